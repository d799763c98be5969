#!/bin/bash
APISERVER="https://10.1.0.10:6443"
TOKEN="9d3f61a07be24c58b1f0c6e25d7a8934" # as in the token file

kubectl config set-cluster prod --server=${APISERVER} --certificate-authority=ca.pem --kubeconfig=bootstrap.kubeconfig
kubectl config set-credentials bootstrap --token=${TOKEN} --kubeconfig=bootstrap.kubeconfig
kubectl config set-context default --cluster=prod --user=bootstrap --kubeconfig=bootstrap.kubeconfig
kubectl config use-context default --kubeconfig=bootstrap.kubeconfig
