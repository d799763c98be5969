#!/usr/bin/env bash
ARGS=( --bootstrap-kubeconfig=/etc/kubernetes/bootstrap.kubeconfig --kubeconfig=/etc/kubernetes/kubelet.kubeconfig )
ARGS+=(
	--rotate-certificates
	--feature-gates=CSIMigration=true,RotateKubeletServerCertificate=true
	--rotate-server-certificates
)
sudo kubelet "${ARGS[@]}" --v=2 >> /var/log/kubelet.log 2>&1 &
