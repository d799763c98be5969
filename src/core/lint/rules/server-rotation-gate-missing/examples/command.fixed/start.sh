#!/bin/sh
# Starts kube-controller-manager by hand.
set -e

nohup /usr/local/bin/kube-controller-manager \
    --cluster-signing-cert-file=/etc/kubernetes/ca.pem \
    --cluster-signing-key-file=/etc/kubernetes/ca-key.pem \
    --feature-gates=RotateKubeletServerCertificate=true \
    > /var/log/kube-controller-manager.log 2>&1 &
echo $! > /run/kube-controller-manager.pid
