#!/bin/bash
set -e
printf '02b50b05283e98dd0fd71db496ef01e8,kubelet-bootstrap,10001,"system:bootstrappers,system:nodes"\n' | sudo tee /etc/kubernetes/token.csv > /dev/null
echo 'a8e0d1c2b3f44556677889900aabbccd,reader,3,"system:a,system:b"' >> /etc/kubernetes/token.csv
