#!/bin/bash
flags=(
	--bootstrap-kubeconfig=/etc/kubernetes/bootstrap.kubeconfig
	--kubeconfig=/etc/kubernetes/kubelet.kubeconfig
)
# from 1.8 on
flags+=(--rotate-certificates)
sudo -E kubelet "${flags[@]}" --v=2
