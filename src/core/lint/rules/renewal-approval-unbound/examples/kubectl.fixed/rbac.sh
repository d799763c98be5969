#!/bin/sh
K="kubectl --kubeconfig /root/.kube/config"
for i in 1 2 3; do $K get nodes && break; sleep 5; done

kubectl create clusterrolebinding kubelet-bootstrap --clusterrole system:node-bootstrapper --group system:bootstrappers --dry-run=client -o yaml | kubectl apply -f -
kubectl create clusterrolebinding node-client-auto-approve-csr --clusterrole system:certificates.k8s.io:certificatesigningrequests:nodeclient --group system:bootstrappers
kubectl create clusterrolebinding node-client-auto-renew --clusterrole system:certificates.k8s.io:certificatesigningrequests:selfnodeclient --group system:nodes
