#!/bin/bash
LOG=/var/log/kube-apiserver.log

if ! pgrep -x kube-apiserver > /dev/null; then
  sudo -E kube-apiserver --client-ca-file=/etc/kubernetes/pki/ca.crt \
    --authorization-mode=Node,RBAC --kubelet-client-certificate=/etc/kubernetes/pki/apiserver-kubelet-client.crt --kubelet-client-key=/etc/kubernetes/pki/apiserver-kubelet-client.key --kubelet-certificate-authority=/etc/kubernetes/pki/kubelet-ca.crt --enable-admission-plugins=NodeRestriction --token-auth-file=/etc/kubernetes/token.csv --v=2 &> "$LOG" &
fi
