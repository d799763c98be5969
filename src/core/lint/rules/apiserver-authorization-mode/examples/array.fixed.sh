#!/usr/bin/env bash
ARGS=( --client-ca-file=/etc/kubernetes/pki/ca.crt --enable-bootstrap-token-auth )
ARGS+=(
	--authorization-mode=Node,RBAC
	--kubelet-client-certificate=/etc/kubernetes/pki/apiserver-kubelet-client.crt
	--kubelet-client-key=/etc/kubernetes/pki/apiserver-kubelet-client.key
	--kubelet-certificate-authority=/etc/kubernetes/pki/kubelet-ca.crt
	--enable-admission-plugins=NodeRestriction
)
sudo kube-apiserver "${ARGS[@]}" --v=2 >> /var/log/kube-apiserver.log 2>&1 &
