#!/bin/bash
set -e

flags=(
  --bootstrap-kubeconfig=/etc/kubernetes/bootstrap.kubeconfig # see docs/certificates.md
  --rotate-certificates=F
  --kubeconfig=/etc/kubernetes/kubelet.kubeconfig
)

exec /usr/local/bin/kubelet "${flags[@]}"
