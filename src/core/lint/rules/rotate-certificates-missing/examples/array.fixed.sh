#!/bin/bash
flags=(
	--bootstrap-kubeconfig=/etc/kubernetes/bootstrap.kubeconfig
	--kubeconfig=/etc/kubernetes/kubelet.kubeconfig
	--rotate-certificates
)
if [[ -n ${NODE_IP:-} ]]; then
	flags+=(--node-ip="${NODE_IP}")
fi
sudo -E kubelet "${flags[@]}" --v=2
