#!/usr/bin/env bash
ARGS=( --bootstrap-kubeconfig=/etc/kubernetes/bootstrap.kubeconfig --kubeconfig=/etc/kubernetes/kubelet.kubeconfig )
ARGS+=(
	--rotate-certificates
	--anonymous-auth=true
	--authorization-mode=Webhook
	--client-ca-file=/etc/kubernetes/pki/ca.crt
	--read-only-port=0
)
sudo kubelet "${ARGS[@]}" --v=2 >> /var/log/kubelet.log 2>&1 &
