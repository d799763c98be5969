#!/bin/bash
set -e

flags=(
  --bootstrap-kubeconfig=/etc/kubernetes/bootstrap.kubeconfig # see docs/certificates.md
  --kubeconfig=/etc/kubernetes/kubelet.kubeconfig
  --rotate-certificates
  --read-only-port=0
  --anonymous-auth=false
  --authorization-mode=Webhook
  --client-ca-file=/etc/kubernetes/pki/ca.crt
)

exec /usr/local/bin/kubelet "${flags[@]}"
