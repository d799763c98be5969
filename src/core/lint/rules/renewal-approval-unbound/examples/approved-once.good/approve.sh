#!/bin/bash
kubectl create clusterrolebinding kubelet-bootstrap --clusterrole=system:node-bootstrapper --group=system:bootstrappers
kubectl create clusterrolebinding node-client-auto-approve-csr --clusterrole=system:certificates.k8s.io:certificatesigningrequests:nodeclient --group=system:bootstrappers

approve_waiting() {
  kubectl get csr --no-headers | awk '/Pending/ {print $1}' | xargs -r kubectl certificate approve
}

while true; do
  approve_waiting
  sleep 60
done
