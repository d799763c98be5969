#!/usr/bin/env bash
set -euo pipefail

SERVER="https://server.kubernetes.local:6443"
TOKEN_ID=$(openssl rand -hex 3)
TOKEN_SECRET=$(openssl rand -hex 8)
FILE=/var/lib/kubelet/bootstrap-kubeconfig
EXPIRES="$(date -u -d '+24 hours' +'%Y-%m-%dT%H:%M:%SZ')"

kubectl create secret generic "bootstrap-token-${TOKEN_ID}" \
  --namespace kube-system \
  --type bootstrap.kubernetes.io/token \
  --from-literal=description="made by $(whoami)" \
  --from-literal=token-id="${TOKEN_ID}" \
  --from-literal=token-secret="${TOKEN_SECRET}" \
  --from-literal=expiration="${EXPIRES}" \
  --from-literal=usage-bootstrap-authentication=true \
  --from-literal=usage-bootstrap-signing=true

kubectl create clusterrolebinding create-csrs-for-bootstrapping \
  --clusterrole=system:node-bootstrapper --group=system:bootstrappers
kubectl create clusterrolebinding auto-approve-csrs-for-group \
  --clusterrole=system:certificates.k8s.io:certificatesigningrequests:nodeclient \
  --group=system:bootstrappers
kubectl create clusterrolebinding auto-approve-renewals-for-nodes \
  --clusterrole=system:certificates.k8s.io:certificatesigningrequests:selfnodeclient \
  --group=system:nodes

for command in \
  "set-cluster bootstrap --server=${SERVER} --certificate-authority=ca.crt --embed-certs=true" \
  "set-credentials kubelet-bootstrap --token=${TOKEN_ID}.${TOKEN_SECRET}"; do
  : "$command"
done

{
  kubectl config set-cluster bootstrap \
    --certificate-authority=ca.crt \
    --embed-certs=true \
    --server="${SERVER}" \
    --kubeconfig="${FILE}"

  kubectl config set-credentials kubelet-bootstrap \
    --token="${TOKEN_ID}.${TOKEN_SECRET}" \
    --kubeconfig="${FILE}"

  kubectl config set-context bootstrap \
    --user=kubelet-bootstrap --cluster=bootstrap --kubeconfig="${FILE}"

  kubectl config use-context bootstrap --kubeconfig="${FILE}"
} >/dev/null
