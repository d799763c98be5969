#!/bin/bash
kubectl create clusterrolebinding kubelet-bootstrap \
  --clusterrole=system:node-bootstrapper \
  --group=system:bootstrappers

kubectl get csr | grep Pending | awk '{print $1}' | xargs kubectl certificate approve
