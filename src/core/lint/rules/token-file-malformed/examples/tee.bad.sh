#!/bin/bash
set -e
TOKEN=$(head -c 16 /dev/urandom | od -An -t x | tr -d ' ')
echo "${TOKEN},kubelet-bootstrap" | sudo tee /etc/kubernetes/generated/token.csv
sudo tee -a /etc/kubernetes/token.csv <<< "5f1cc0d83c0a4b1d9f7ab2b1e7a5c3d2,admin"
sudo sh -c 'echo 02b50b05283e98dd0fd71db496ef01e8,kubelet-bootstrap >> /etc/kubernetes/token.csv'
