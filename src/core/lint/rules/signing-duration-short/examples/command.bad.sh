#!/bin/sh
# Starts kube-controller-manager by hand.
set -e

nohup /usr/local/bin/kube-controller-manager \
    --kubeconfig=/etc/kubernetes/controller-manager.kubeconfig \
    --use-service-account-credentials=true \
    --cluster-signing-cert-file=/etc/kubernetes/pki/ca.crt \
    --cluster-signing-key-file=/etc/kubernetes/pki/ca.key \
    --cluster-signing-duration=5m \
    > /var/log/kube-controller-manager.log 2>&1 &
echo $! > /run/kube-controller-manager.pid
