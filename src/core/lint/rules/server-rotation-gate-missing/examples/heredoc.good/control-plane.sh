#!/bin/bash
set -euo pipefail

# unit of kube-controller-manager
cat <<'EOF' | sudo tee /etc/systemd/system/kube-controller-manager.service > /dev/null
[Unit]
Description=Kubernetes Controller Manager
After=network-online.target

[Service]
ExecStart=/usr/local/bin/kube-controller-manager \
  --cluster-signing-cert-file=/etc/kubernetes/ca.pem \
  --cluster-signing-key-file=/etc/kubernetes/ca-key.pem \
  --feature-gates=RotateKubeletServerCertificate=true
Restart=always
RestartSec=5

[Install]
WantedBy=multi-user.target
EOF

sudo systemctl daemon-reload
sudo systemctl enable --now kube-controller-manager
