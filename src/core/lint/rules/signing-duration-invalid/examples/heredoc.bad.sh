#!/bin/sh
cat > /etc/systemd/system/kube-controller-manager.service <<EOF
[Unit]
Description=Kubernetes Controller Manager
After=network-online.target

[Service]
ExecStart=/usr/local/bin/kube-controller-manager \\
    --v=2 \\
    --kubeconfig=/etc/kubernetes/controller-manager.kubeconfig \\
    --use-service-account-credentials=true \\
    --cluster-signing-cert-file=/etc/kubernetes/pki/ca.crt \\
    --cluster-signing-key-file=/etc/kubernetes/pki/ca.key \\
    --cluster-signing-duration=0h
Restart=always
RestartSec=5

[Install]
WantedBy=multi-user.target
EOF
systemctl daemon-reload && systemctl restart kube-controller-manager
