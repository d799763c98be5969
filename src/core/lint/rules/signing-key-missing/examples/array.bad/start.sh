#!/bin/bash
set -e

flags=(
  --kubeconfig=/etc/kubernetes/controller-manager.kubeconfig # see docs/certificates.md
  --root-ca-file=/etc/kubernetes/pki/ca.crt
  --use-service-account-credentials=true
)

exec /usr/local/bin/kube-controller-manager "${flags[@]}"
