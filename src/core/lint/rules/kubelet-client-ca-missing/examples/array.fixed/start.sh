#!/bin/bash
set -e

flags=(
  --bootstrap-kubeconfig=/etc/kubernetes/bootstrap.kubeconfig # see docs/certificates.md
  --kubeconfig=/etc/kubernetes/kubelet.kubeconfig
  --rotate-certificates
  --client-ca-file=/etc/kubernetes/pki/ca.crt
  --anonymous-auth=false
  --authorization-mode=Webhook
  --read-only-port=0
)

exec /usr/local/bin/kubelet "${flags[@]}"
