#!/usr/bin/env bash
set -euo pipefail
VERSION="${VERSION:-v1.29.0}"
curl -fsSLo /usr/local/bin/kubelet "https://dl.k8s.io/${VERSION}/bin/linux/amd64/kubelet"
chmod +x /usr/local/bin/kubelet
systemctl restart kubelet
kubelet --version
for node in "${NODES[@]}"; do ssh "$node" sudo systemctl status kubelet --no-pager; done
