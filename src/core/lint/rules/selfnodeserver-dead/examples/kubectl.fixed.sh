#!/bin/bash
set -euo pipefail

kubectl create clusterrole system:certificates.k8s.io:certificatesigningrequests:selfnodeserver \
  --verb=create \
  --resource=certificatesigningrequests.certificates.k8s.io/selfnodeserver || true
