#!/usr/bin/env bash
ARGS=( --client-ca-file=/etc/kubernetes/pki/ca.crt --enable-bootstrap-token-auth )
ARGS+=(
	--authorization-mode=Node,RBAC
	--kubelet-certificate-authority=/etc/kubernetes/pki/kubelet-ca.crt
	--enable-admission-plugins=NodeRestriction
)
sudo kube-apiserver "${ARGS[@]}" --v=2 >> /var/log/kube-apiserver.log 2>&1 &
