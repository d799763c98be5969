#!/bin/sh
# Starts kubelet by hand.
set -e

nohup /usr/local/bin/kubelet \
    --bootstrap-kubeconfig=/etc/kubernetes/bootstrap.kubeconfig \
    --kubeconfig=/etc/kubernetes/kubelet.kubeconfig \
    --rotate-certificates \
    --anonymous-auth=true \
    --authorization-mode=Webhook \
    --client-ca-file=/etc/kubernetes/pki/ca.crt \
    --read-only-port=0 \
    > /var/log/kubelet.log 2>&1 &
echo $! > /run/kubelet.pid
