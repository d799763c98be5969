#!/bin/sh
TOKEN_ID=$(openssl rand -hex 3)
TOKEN_SECRET=$(openssl rand -hex 8)
kubectl -n kube-system create secret generic bootstrap-token-$TOKEN_ID \
  --type=bootstrap.kubernetes.io/token \
  --from-literal=token-id=$TOKEN_ID \
  --from-literal=token-secret=$TOKEN_SECRET \
  --from-literal=usage-bootstrap-authentication=true
