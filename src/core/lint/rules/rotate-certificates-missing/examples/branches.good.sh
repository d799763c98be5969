#!/bin/sh
# Which value the variable has depends on how the script is called.
if [ "$1" = old ]; then
  KUBELET_ARGS="--rotate-certificates --bootstrap-kubeconfig=/etc/kubernetes/bootstrap.kubeconfig"
else
  KUBELET_ARGS="--bootstrap-kubeconfig=/etc/kubernetes/bootstrap.kubeconfig"
fi
exec kubelet $KUBELET_ARGS --kubeconfig=/etc/kubernetes/kubelet.kubeconfig
