#!/bin/sh
# Starts kube-apiserver by hand.
set -e

nohup /usr/local/bin/kube-apiserver \
    --client-ca-file=/etc/kubernetes/pki/ca.crt \
    --enable-bootstrap-token-auth \
    --authorization-mode=Node,RBAC \
    --kubelet-client-certificate=/etc/kubernetes/pki/apiserver-kubelet-client.crt \
    --kubelet-client-key=/etc/kubernetes/pki/apiserver-kubelet-client.key \
    --kubelet-certificate-authority=/etc/kubernetes/pki/kubelet-ca.crt \
    --enable-admission-plugins=NodeRestriction \
    > /var/log/kube-apiserver.log 2>&1 &
echo $! > /run/kube-apiserver.pid
