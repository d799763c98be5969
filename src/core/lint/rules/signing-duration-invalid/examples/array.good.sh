#!/bin/bash
set -e

flags=(
  --kubeconfig=/etc/kubernetes/controller-manager.kubeconfig # see docs/certificates.md
  --use-service-account-credentials=true
  --cluster-signing-cert-file=/etc/kubernetes/pki/ca.crt
  --cluster-signing-key-file=/etc/kubernetes/pki/ca.key
  --cluster-signing-duration=8760h
)

exec /usr/local/bin/kube-controller-manager "${flags[@]}"
