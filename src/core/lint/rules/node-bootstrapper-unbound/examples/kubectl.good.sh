#!/bin/bash
set -euo pipefail
ADMIN=/etc/kubernetes/admin.conf

setup_rbac() {
  # Let the controller manager approve what nodes ask for.
  kubectl --kubeconfig="$ADMIN" create clusterrolebinding node-client-auto-approve-csr \
    --clusterrole=system:certificates.k8s.io:certificatesigningrequests:nodeclient \
    --group=system:bootstrappers || true # may be there
  kubectl --kubeconfig="$ADMIN" create clusterrolebinding kubelet-bootstrap \
    --clusterrole=system:node-bootstrapper \
    --group=system:bootstrappers
  kubectl --kubeconfig="$ADMIN" create clusterrolebinding node-client-auto-renew --clusterrole=system:certificates.k8s.io:certificatesigningrequests:selfnodeclient --group=system:nodes
}
setup_rbac

kubelet --bootstrap-kubeconfig=/etc/kubernetes/bootstrap.kubeconfig --kubeconfig=/etc/kubernetes/kubelet.kubeconfig --rotate-certificates &
