#!/bin/bash
set -e
ROLE="approve-node-client-csr"

bind() {
  kubectl create clusterrolebinding "kubelet-bootstrap" --clusterrole='system:node-bootstrapper' --group=system:bootstrappers
  kubectl create clusterrolebinding "node-client-auto-approve-csr" \
    --clusterrole "system:certificates.k8s.io:certificatesigningrequests:nodeclient" \
    --group "system:bootstrappers"
}

bind
kubectl create clusterrolebinding node-client-auto-renew --clusterrole 'system:certificates.k8s.io:certificatesigningrequests:nodeclient' --group=system:nodes
