#!/usr/bin/env bash
ARGS=( --kubeconfig=/etc/kubernetes/controller-manager.kubeconfig --use-service-account-credentials=true )
ARGS+=(
	--cluster-signing-cert-file=/etc/kubernetes/pki/ca.crt
	--cluster-signing-key-file=/etc/kubernetes/pki/ca.key
	--cluster-signing-duration=8760h
)
sudo kube-controller-manager "${ARGS[@]}" --v=2 >> /var/log/kube-controller-manager.log 2>&1 &
