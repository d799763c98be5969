#!/bin/bash
set -e

flags=(
  --cluster-signing-cert-file=/etc/kubernetes/pki/ca.crt # see docs/certificates.md
  --cluster-signing-key-file=/etc/kubernetes/pki/ca.key
  --kubeconfig=/etc/kubernetes/controller-manager.kubeconfig
)

exec /usr/local/bin/kube-controller-manager "${flags[@]}"
