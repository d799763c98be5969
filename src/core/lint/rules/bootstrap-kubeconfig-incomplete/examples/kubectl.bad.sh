#!/bin/sh
FILE=/etc/kubernetes/bootstrap.kubeconfig
kubectl config set-cluster kubernetes --server=https://10.0.0.1:6443 --certificate-authority=/etc/kubernetes/pki/ca.crt --embed-certs=true --kubeconfig=$FILE
kubectl config set-credentials kubelet-bootstrap --token="$BOOTSTRAP_TOKEN" --kubeconfig=$FILE
kubectl config set-context default \
  --cluster=kubernetes \
  --user=kubelet-bootstraper \
  --kubeconfig=$FILE
kubectl config use-context default --kubeconfig=$FILE
