#!/bin/bash
kubectl create clusterrolebinding kubelet-bootstrap \
  --clusterrole=system:node-bootstrapper \
  --group=system:bootstrappers
kubectl create clusterrolebinding node-client-auto-renew \
  --clusterrole=system:certificates.k8s.io:certificatesigningrequests:selfnodeclient \
  --group=system:nodes

kubectl get csr | grep Pending | awk '{print $1}' | xargs kubectl certificate approve
