#!/bin/bash
set -e
if ! kubectl get clusterrole approve-node-client-csr; then
  kubectl create clusterrole approve-node-client-csr --verb=create --resource=csr/nodeclient
fi
