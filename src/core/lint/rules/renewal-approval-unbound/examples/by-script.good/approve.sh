#!/bin/bash
kubectl create clusterrolebinding kubelet-bootstrap \
  --clusterrole=system:node-bootstrapper \
  --group=system:bootstrappers

for (( ; ; )); do
  kubectl get csr | grep Pending | awk '{print $1}' | xargs kubectl certificate approve
  sleep 10
done
