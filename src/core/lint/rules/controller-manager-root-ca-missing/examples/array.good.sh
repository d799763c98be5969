#!/usr/bin/env bash
ARGS=( --kubeconfig=/etc/kubernetes/controller-manager.kubeconfig --cluster-signing-cert-file=/etc/kubernetes/pki/ca.crt )
ARGS+=(
	--cluster-signing-key-file=/etc/kubernetes/pki/ca.key
	--service-account-private-key-file=/etc/kubernetes/pki/sa.key
	--use-service-account-credentials
	--root-ca-file=/etc/kubernetes/pki/ca.crt
)
sudo kube-controller-manager "${ARGS[@]}" --v=2 >> /var/log/kube-controller-manager.log 2>&1 &
