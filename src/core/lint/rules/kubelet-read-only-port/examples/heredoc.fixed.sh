#!/bin/sh
cat > /etc/systemd/system/kubelet.service <<EOF
[Unit]
Description=Kubernetes Kubelet
After=network-online.target

[Service]
ExecStart=/usr/bin/kubelet \\
    --v=2 \\
    --bootstrap-kubeconfig=/etc/kubernetes/bootstrap.kubeconfig \\
    --kubeconfig=/etc/kubernetes/kubelet.kubeconfig \\
    --rotate-certificates \\
    --read-only-port=0 \\
    --anonymous-auth=false \\
    --authorization-mode=Webhook \\
    --client-ca-file=/etc/kubernetes/pki/ca.crt
Restart=always
RestartSec=5

[Install]
WantedBy=multi-user.target
EOF
systemctl daemon-reload && systemctl restart kubelet
