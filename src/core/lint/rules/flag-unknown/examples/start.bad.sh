#!/bin/bash
GATES="--rotate-certificate --v=2"
/usr/local/bin/kubelet $GATES --kubeconfig /etc/kubernetes/kubelet.kubeconfig \
  --node-labels "role=worker"
