#!/bin/bash
mkdir -p /etc/kubernetes
cat > /etc/kubernetes/token.csv <<EOF
02b50b05283e98dd0fd71db496ef01e8,kubelet-bootstrap,10001,system:bootstrappers,system:bootstrappers:worker
EOF
chmod 600 /etc/kubernetes/token.csv
