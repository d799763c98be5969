#!/bin/sh
kubelet --bootstrap-kubeconfig=/etc/kubernetes/bootstrap.kubeconfig \
  --kubeconfig=/etc/kubernetes/kubelet.kubeconfig \
  --rotate-certificates \
  --rotate-server-certificates &

kubectl get csr -o name | xargs kubectl certificate approve
