#!/bin/sh
cat > /etc/systemd/system/kube-apiserver.service <<EOF
[Unit]
Description=Kubernetes API Server
After=network-online.target

[Service]
ExecStart=/usr/local/bin/kube-apiserver \\
    --v=2 \\
    --client-ca-file=/etc/kubernetes/pki/ca.crt \\
    --enable-bootstrap-token-auth \\
    --authorization-mode=Node,RBAC \\
    --kubelet-client-certificate=/etc/kubernetes/pki/apiserver-kubelet-client.crt \\
    --kubelet-client-key=/etc/kubernetes/pki/apiserver-kubelet-client.key \\
    --enable-admission-plugins=NodeRestriction
Restart=always
RestartSec=5

[Install]
WantedBy=multi-user.target
EOF
systemctl daemon-reload && systemctl restart kube-apiserver
