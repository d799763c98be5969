#!/bin/bash
export BOOTSTRAP_TOKEN=$(head -c 16 /dev/urandom | od -An -t x | tr -d ' ')
export KUBE_APISERVER="https://10.0.0.10:6443"
cat > /etc/kubernetes/token.csv <<EOF
${BOOTSTRAP_TOKEN},kubelet-bootstrap,10001,"system:kubelet-bootstrap"
EOF

cd /etc/kubernetes
kubectl config set-cluster kubernetes --certificate-authority=./ssl/ca.pem --embed-certs=true --server=${KUBE_APISERVER} --kubeconfig=bootstrap.kubeconfig
kubectl config set-credentials kubelet-bootstrap --token=${BOOTSTRAP_TOKEN} --kubeconfig=bootstrap.kubeconfig
kubectl config set-context default --cluster=kubernetes --user=kubelet-bootstrap --kubeconfig=bootstrap.kubeconfig
kubectl config use-context default --kubeconfig=bootstrap.kubeconfig

kubectl create clusterrolebinding kubelet-bootstrap \
  --clusterrole=system:node-bootstrapper \
  --user=kubelet-bootstrap
kubectl get csr | grep Pending | awk '{print $1}' | xargs kubectl certificate approve

nohup kube-apiserver --admission-control=NamespaceLifecycle,LimitRanger,ServiceAccount,NodeRestriction \
  --authorization-mode=RBAC,Node --experimental-bootstrap-token-auth --token-auth-file=/etc/kubernetes/token.csv \
  --client-ca-file=/etc/kubernetes/ssl/ca.pem --etcd-servers=https://10.0.0.10:2379 > /var/log/kube-apiserver.log 2>&1 &
