#!/usr/bin/env bash
# Sets up a node.
set -o errexit
readonly CERT_DIR=/etc/kubernetes/pki

write_unit() {
	cat <<-EOF | sudo tee /etc/systemd/system/kubelet.service
		[Unit]
		Description=kubelet

		[Service]
		ExecStart=/usr/local/bin/kubelet \\
		  --kubeconfig=/etc/kubernetes/kubelet.kubeconfig \\
		  --client-ca-file=${CERT_DIR}/ca.crt \\
		  --rotate-certificates
	EOF
}

write_unit
echo "KUBE_API_ARGS=\"--tls-cert-file=$CERT_DIR/apiserver.crt --service-account-key-file=$CERT_DIR/sa.pub\"" >/etc/kubernetes/apiserver
sudo systemctl daemon-reload && sudo systemctl restart kubelet
