#!/bin/bash
LOG=/var/log/kube-controller-manager.log

if ! pgrep -x kube-controller-manager > /dev/null; then
  sudo -E kube-controller-manager --cluster-signing-cert-file=/etc/kubernetes/pki/ca.crt \
    --cluster-signing-key-file=/etc/kubernetes/pki/ca.key --kubeconfig=/etc/kubernetes/controller-manager.kubeconfig --v=2 --use-service-account-credentials &> "$LOG" &
fi
