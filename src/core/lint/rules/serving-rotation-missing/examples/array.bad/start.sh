#!/bin/bash
set -e

flags=(
  --bootstrap-kubeconfig=/etc/kubernetes/bootstrap.kubeconfig # see docs/certificates.md
  --kubeconfig=/etc/kubernetes/kubelet.kubeconfig
  --rotate-certificates
)

exec /usr/local/bin/kubelet "${flags[@]}"
