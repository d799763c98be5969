#!/bin/bash
LOG=/var/log/kubelet.log

if ! pgrep -x kubelet > /dev/null; then
  sudo -E kubelet --bootstrap-kubeconfig=/etc/kubernetes/bootstrap.kubeconfig \
    --kubeconfig=/etc/kubernetes/kubelet.kubeconfig --rotate-certificates --authorization-mode=Webhook --anonymous-auth=false --client-ca-file=/etc/kubernetes/pki/ca.crt --read-only-port=0 --v=2 &> "$LOG" &
fi
