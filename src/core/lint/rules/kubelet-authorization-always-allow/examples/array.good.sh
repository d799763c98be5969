#!/bin/bash
set -e

flags=(
  --bootstrap-kubeconfig=/etc/kubernetes/bootstrap.kubeconfig # see docs/certificates.md
  --kubeconfig=/etc/kubernetes/kubelet.kubeconfig
  --rotate-certificates
  --authorization-mode=Webhook
  --anonymous-auth=false
  --client-ca-file=/etc/kubernetes/pki/ca.crt
  --read-only-port=0
)

exec /usr/local/bin/kubelet "${flags[@]}"
