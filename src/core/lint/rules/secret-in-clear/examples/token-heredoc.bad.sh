#!/bin/bash
mkdir -p /etc/kubernetes
cat > /etc/kubernetes/token.csv <<EOF
8f3c1d9e7b2a4f60c5d8e1a9b3f7c204,kubelet-bootstrap,10001,"system:bootstrappers"
EOF
chmod 600 /etc/kubernetes/token.csv
