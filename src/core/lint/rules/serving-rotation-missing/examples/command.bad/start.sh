#!/bin/bash
LOG=/var/log/kubelet.log

if ! pgrep -x kubelet > /dev/null; then
  sudo -E kubelet --bootstrap-kubeconfig=/etc/kubernetes/bootstrap.kubeconfig \
    --kubeconfig=/etc/kubernetes/kubelet.kubeconfig --rotate-certificates --v=2 &> "$LOG" &
fi
