#!/bin/bash
kubelet --v=4 \
  --kubeconfig=/etc/kubernetes/kubelet.kubeconfig \
  --v=2 2>&1 | tee /var/log/kubelet.log
