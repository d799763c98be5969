#!/bin/sh
set -e
ARGS="--bootstrap-kubeconfig=/etc/kubernetes/bootstrap.kubeconfig --kubeconfig=/etc/kubernetes/kubelet.kubeconfig"

if [ -n "$NODE_IP" ]; then
  ARGS="$ARGS --node-ip=$NODE_IP"
fi

kubelet \
    --bootstrap-kubeconfig=/etc/kubernetes/bootstrap.kubeconfig \
    --kubeconfig=/etc/kubernetes/kubelet.kubeconfig \
    --cert-dir=/var/lib/kubelet/pki > /var/log/kubelet.log 2>&1 &
