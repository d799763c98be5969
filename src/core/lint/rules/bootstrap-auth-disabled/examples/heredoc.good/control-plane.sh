#!/bin/sh
cat > /etc/systemd/system/kube-apiserver.service <<EOF
[Unit]
Description=Kubernetes API Server
After=network-online.target

[Service]
ExecStart=/usr/local/bin/kube-apiserver \\
    --v=2 \\
    --client-ca-file=/etc/kubernetes/pki/ca.crt \\
    --authorization-mode=Node,RBAC \\
    --enable-admission-plugins=NodeRestriction \\
    --enable-bootstrap-token-auth=true
Restart=always
RestartSec=5

[Install]
WantedBy=multi-user.target
EOF
systemctl daemon-reload && systemctl restart kube-apiserver
