#!/bin/bash
set -e

flags=(
  --client-ca-file=/etc/kubernetes/pki/ca.crt # see docs/certificates.md
  --enable-bootstrap-token-auth
  --authorization-mode=Node,RBAC
  --kubelet-client-certificate=/etc/kubernetes/pki/apiserver-kubelet-client.crt
  --kubelet-client-key=/etc/kubernetes/pki/apiserver-kubelet-client.key
  --enable-admission-plugins=NodeRestriction
)

exec /usr/local/bin/kube-apiserver "${flags[@]}"
