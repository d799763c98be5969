#!/bin/bash
LOG=/var/log/kubelet.log

if ! pgrep -x kubelet > /dev/null; then
  sudo -E kubelet --bootstrap-kubeconfig=/etc/kubernetes/bootstrap.kubeconfig \
    --kubeconfig=/etc/kubernetes/kubelet.kubeconfig --rotate-certificates --read-only-port=0 --anonymous-auth=false --authorization-mode=Webhook --client-ca-file=/etc/kubernetes/pki/ca.crt --v=2 &> "$LOG" &
fi
