#!/bin/bash
kubectl config set-cluster prod --server=https://10.1.0.10:6443 --certificate-authority=/etc/kubernetes/pki/ca.pem --kubeconfig=/etc/kubernetes/bootstrap.kubeconfig
kubectl config set-credentials kubelet-bootstrap --token="${TOKEN}" --kubeconfig=/etc/kubernetes/bootstrap.kubeconfig
kubectl config set-context default --cluster=prod --user=kubelet-bootstrap --kubeconfig=/etc/kubernetes/bootstrap.kubeconfig
kubectl config use-context default --kubeconfig=/etc/kubernetes/bootstrap.kubeconfig

# The token file on the other machine puts the user kubelet-bootstrap into the group system:kubelet-bootstrap.
kubectl create clusterrolebinding may-ask --clusterrole=system:node-bootstrapper --user=kubelet-bootstrap
kubectl create clusterrolebinding approve-first --clusterrole=system:certificates.k8s.io:certificatesigningrequests:nodeclient --group=system:kubelet-bootstrap
kubectl create clusterrolebinding approve-renewal --clusterrole=system:certificates.k8s.io:certificatesigningrequests:selfnodeclient --group=system:nodes

/usr/local/bin/kubelet --bootstrap-kubeconfig=/etc/kubernetes/bootstrap.kubeconfig --kubeconfig=/etc/kubernetes/kubelet.kubeconfig --config=/etc/kubernetes/kubelet.yaml
