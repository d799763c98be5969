#!/bin/bash
set -e
ROLE="approve-node-client-csr"

bind() {
  kubectl create clusterrolebinding "kubelet-bootstrap" --clusterrole='system:node-bootstrapper' --group=system:bootstrappers
  kubectl create clusterrole "$ROLE" \
    --verb 'create' \
    --resource "certificatesigningrequests.certificates.k8s.io/nodeclient" \
    --dry-run=client -o yaml | kubectl apply -f - # approved by the controller manager
  kubectl create clusterrolebinding "node-client-auto-approve-csr" \
    --clusterrole "$ROLE" \
    --group "system:bootstrappers"
}

bind
kubectl create clusterrolebinding node-client-auto-renew --clusterrole 'approve-node-client-csr' --group=system:nodes
