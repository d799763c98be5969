#!/bin/sh
openssl req -new -key node.key -subj /O=system:nodes/CN=system:node:node-1 -out node.csr
kubectl apply -f - <<EOF
apiVersion: certificates.k8s.io/v1
kind: CertificateSigningRequest
metadata:
  name: node-1
spec:
  request: $(base64 -w0 node.csr)
  signerName: kubernetes.io/kube-apiserver-client-kubelet
  usages:
    - digital signature
    - client auth
EOF
