#!/bin/bash
kubelet \
  --kubeconfig=/etc/kubernetes/kubelet.kubeconfig \
  --v=2 2>&1 | tee /var/log/kubelet.log
