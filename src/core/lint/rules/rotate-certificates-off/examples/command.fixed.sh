#!/bin/bash
LOG=/var/log/kubelet.log

if ! pgrep -x kubelet > /dev/null; then
  sudo -E kubelet --bootstrap-kubeconfig=/etc/kubernetes/bootstrap.kubeconfig \
    --rotate-certificates=true --kubeconfig=/etc/kubernetes/kubelet.kubeconfig --v=2 &> "$LOG" &
fi
