#!/bin/bash
set -euo pipefail

kubectl create clusterrolebinding kubelet-bootstrap --clusterrole=system:node-bootstrapper --group=system:bootstrappers
kubectl create clusterrolebinding node-client-auto-renew --clusterrole=system:certificates.k8s.io:certificatesigningrequests:selfnodeclient --group=system:nodes

until kubectl get csr 2>/dev/null | grep -q Pending; do
  sleep 5
done
for csr in $(kubectl get csr | grep Pending | awk '{print $1}'); do
  kubectl certificate approve "$csr"
done
