#!/bin/sh
# Units of the control plane.
set -e
CLUSTER_CIDR=10.200.0.0/16
CERTS=/var/lib/kubernetes

install_unit() {
    install -d /etc/systemd/system
    tee "/etc/systemd/system/$1.service" >/dev/null
}

cat >/etc/systemd/system/kube-controller-manager.service <<-EOF
	[Unit]
	Description=Kubernetes Controller Manager

	[Service]
	ExecStart=/usr/local/bin/kube-controller-manager \\
	  --bind-address=0.0.0.0 \\
	  --cluster-cidr=${CLUSTER_CIDR} \\
	  --cluster-name=kubernetes \\
	  --cluster-signing-cert-file=${CERTS}/ca.crt \\
	  --cluster-signing-key-file=${CERTS}/ca.key \\
	  --controllers=*,bootstrapsigner,tokencleaner \\
	  --kubeconfig=${CERTS}/kube-controller-manager.kubeconfig \\
	  --root-ca-file=${CERTS}/ca.crt \\
	  --service-account-private-key-file=${CERTS}/service-accounts.key \\
	  --service-cluster-ip-range=10.32.0.0/24 \\
	  --use-service-account-credentials=true \\
	  --v=2
	Restart=on-failure
EOF

install_unit kube-apiserver <<EOF
[Service]
ExecStart=/usr/local/bin/kube-apiserver \\
  --authorization-mode=Node,RBAC \\
  --client-ca-file=${CERTS}/ca.crt \\
  --enable-bootstrap-token-auth=true \\
  --etcd-servers=http://127.0.0.1:2379
EOF
systemctl daemon-reload
