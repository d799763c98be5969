#!/usr/bin/env bash
ARGS=( --cluster-signing-cert-file=/etc/kubernetes/ca.pem --cluster-signing-key-file=/etc/kubernetes/ca-key.pem )
ARGS+=(
	
)
sudo kube-controller-manager "${ARGS[@]}" --v=2 >> /var/log/kube-controller-manager.log 2>&1 &
