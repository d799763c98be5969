#!/bin/bash
# Starts the node by hand.
set -euo pipefail

KUBELET_ARGS=(
  --bootstrap-kubeconfig=/etc/kubernetes/bootstrap.kubeconfig # given away after the first start
  --kubeconfig=/etc/kubernetes/kubelet.kubeconfig
  --rotate-certificates
)

sudo kube-apiserver \
  --client-ca-file=/etc/kubernetes/pki/ca.crt \
  --enable-bootstrap-token-auth \
  --tls-cert-file="$CERT_DIR/apiserver.crt" >>/var/log/kube-apiserver.log 2>&1 &

exec kubelet "${KUBELET_ARGS[@]}" --v=2
