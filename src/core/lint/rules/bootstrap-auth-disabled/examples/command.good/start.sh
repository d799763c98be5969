#!/bin/bash
LOG=/var/log/kube-apiserver.log

if ! pgrep -x kube-apiserver > /dev/null; then
  sudo -E kube-apiserver --client-ca-file=/etc/kubernetes/pki/ca.crt \
    --authorization-mode=Node,RBAC --enable-admission-plugins=NodeRestriction --enable-bootstrap-token-auth=true --v=2 &> "$LOG" &
fi
