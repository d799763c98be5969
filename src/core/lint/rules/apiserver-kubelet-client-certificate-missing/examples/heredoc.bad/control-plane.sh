#!/bin/bash
set -euo pipefail

# unit of kube-apiserver
cat <<'EOF' | sudo tee /etc/systemd/system/kube-apiserver.service > /dev/null
[Unit]
Description=Kubernetes API Server
After=network-online.target

[Service]
ExecStart=/usr/local/bin/kube-apiserver \
  --client-ca-file=/etc/kubernetes/pki/ca.crt \
  --enable-bootstrap-token-auth \
  --authorization-mode=Node,RBAC \
  --kubelet-certificate-authority=/etc/kubernetes/pki/kubelet-ca.crt \
  --enable-admission-plugins=NodeRestriction
Restart=always
RestartSec=5

[Install]
WantedBy=multi-user.target
EOF

sudo systemctl daemon-reload
sudo systemctl enable --now kube-apiserver
