#!/bin/bash
cat > /etc/systemd/system/kubelet.service <<EOF
[Service]
ExecStart=/usr/local/bin/kubelet \\
  --kubeconfig=/etc/kubernetes/kubelet.kubeconfig
  --rotate-certificates
EOF
