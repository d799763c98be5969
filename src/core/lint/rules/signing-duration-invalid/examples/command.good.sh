#!/bin/bash
LOG=/var/log/kube-controller-manager.log

if ! pgrep -x kube-controller-manager > /dev/null; then
  sudo -E kube-controller-manager --kubeconfig=/etc/kubernetes/controller-manager.kubeconfig \
    --use-service-account-credentials=true --cluster-signing-cert-file=/etc/kubernetes/pki/ca.crt --cluster-signing-key-file=/etc/kubernetes/pki/ca.key --cluster-signing-duration=8760h --v=2 &> "$LOG" &
fi
