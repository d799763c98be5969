#!/bin/sh
# Starts kube-controller-manager by hand.
set -e

nohup /usr/local/bin/kube-controller-manager \
    --kubeconfig=/etc/kubernetes/controller-manager.kubeconfig \
    --cluster-signing-cert-file=/etc/kubernetes/pki/ca.crt \
    --cluster-signing-key-file=/etc/kubernetes/pki/ca.key \
    --service-account-private-key-file=/etc/kubernetes/pki/sa.key \
    --use-service-account-credentials \
    --root-ca-file=/etc/kubernetes/pki/ca.crt \
    > /var/log/kube-controller-manager.log 2>&1 &
echo $! > /run/kube-controller-manager.pid
