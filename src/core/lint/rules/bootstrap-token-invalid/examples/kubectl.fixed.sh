#!/bin/bash
TOKEN_ID=07401b
kubectl -n kube-system create secret generic "bootstrap-token-${TOKEN_ID}" \
  --type=bootstrap.kubernetes.io/token \
  --from-literal=token-id="$TOKEN_ID" \
  --from-literal=token-secret=f395accd246ae52d \
  --from-literal=usage-bootstrap-authentication=true \
  --from-literal=usage-bootstrap-signing=true \
  --from-literal=auth-extra-groups=system:bootstrappers:worker
