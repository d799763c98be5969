#!/bin/bash
set -e

flags=(
  --client-ca-file=/etc/kubernetes/pki/ca.crt # see docs/certificates.md
  --authorization-mode=Node,RBAC
  --enable-admission-plugins=NodeRestriction
)

exec /usr/local/bin/kube-apiserver "${flags[@]}"
