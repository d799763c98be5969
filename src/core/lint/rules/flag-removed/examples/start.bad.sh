#!/bin/bash
# Starts the node by hand.
set -euo pipefail

KUBELET_ARGS=(
  --bootstrap-kubeconfig=/etc/kubernetes/bootstrap.kubeconfig # given away after the first start
  --kubeconfig=/etc/kubernetes/kubelet.kubeconfig
  --rotate-certificates
  --require-kubeconfig
)

sudo kube-apiserver \
  --client-ca-file=/etc/kubernetes/pki/ca.crt \
  --experimental-bootstrap-token-auth \
  --kubelet-https=true \
  --tls-cert-file="$CERT_DIR/apiserver.crt" >>/var/log/kube-apiserver.log 2>&1 &

exec kubelet "${KUBELET_ARGS[@]}" --v=2
