#!/bin/sh
kubectl -n kube-system create secret generic bootstrap-token-9k2m7q \
  --type=bootstrap.kubernetes.io/token \
  --from-literal=token-id=9k2m7q \
  --from-literal=token-secret=x4n8b1v6c3z5l0jh \
  --from-literal=usage-bootstrap-authentication=true
