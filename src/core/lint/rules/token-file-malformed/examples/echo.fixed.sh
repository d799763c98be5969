#!/bin/sh
echo "02b50b05283e98dd0fd71db496ef01e8,kubelet-bootstrap,10001,\"system:bootstrappers,system:bootstrappers:worker\"" > /etc/kubernetes/token.csv
