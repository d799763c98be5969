#!/bin/bash
sudo bash -c 'kubelet \
  --bootstrap-kubeconfig=/etc/kubernetes/bootstrap.kubeconfig \
  --kubeconfig=/etc/kubernetes/kubelet.kubeconfig --rotate-certificates \
  --feature-gates="RotateKubeletClientCertificate=true,CSIMigration=true" &'
