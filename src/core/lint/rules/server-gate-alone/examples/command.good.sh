#!/bin/sh
# Starts kubelet by hand.
set -e

nohup /usr/local/bin/kubelet \
    --bootstrap-kubeconfig=/etc/kubernetes/bootstrap.kubeconfig \
    --kubeconfig=/etc/kubernetes/kubelet.kubeconfig \
    --rotate-certificates \
    --feature-gates=CSIMigration=true,RotateKubeletServerCertificate=true \
    --rotate-server-certificates \
    > /var/log/kubelet.log 2>&1 &
echo $! > /run/kubelet.pid
