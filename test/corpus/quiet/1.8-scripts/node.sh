#!/bin/bash
# Manual steps for Kubernetes 1.8, as one ran them by hand.

MASTER_ADDRESS=${1:-"10.0.0.10"}
NODE_ADDRESS=${2:-"10.0.0.11"}
DNS_SERVER_IP=${3:-"10.254.0.2"}

cat <<EOF >/etc/kubernetes/cfg/kubelet
# --logtostderr=true: log to standard error instead of files
KUBE_LOGTOSTDERR="--logtostderr=true"
KUBE_LOG_LEVEL="--v=4"
NODE_ADDRESS="--address=${NODE_ADDRESS}"
NODE_HOSTNAME="--hostname-override=${NODE_ADDRESS}"
KUBELET_BOOTSTRAP_KUBECONFIG="--experimental-bootstrap-kubeconfig=/etc/kubernetes/bootstrap.kubeconfig"
KUBELET_KUBECONFIG="--kubeconfig=/etc/kubernetes/kubelet.kubeconfig"
KUBE_ALLOW_PRIV="--allow-privileged=true"
KUBELET_ARGS="--cert-dir=/etc/kubernetes/ssl --cluster-dns=${DNS_SERVER_IP} --fail-swap-on=false --feature-gates=RotateKubeletClientCertificate=true"
EOF

KUBELET_OPTS="      \${KUBE_LOGTOSTDERR} \\
                    \${KUBE_LOG_LEVEL} \\
                    \${NODE_ADDRESS} \\
                    \${NODE_HOSTNAME} \\
                    \${KUBELET_BOOTSTRAP_KUBECONFIG} \\
                    \${KUBELET_KUBECONFIG} \\
                    \${KUBE_ALLOW_PRIV} \\
                    \$KUBELET_ARGS"

cat <<EOF >/usr/lib/systemd/system/kubelet.service
[Unit]
Description=Kubernetes Kubelet
After=docker.service
Requires=docker.service

[Service]
EnvironmentFile=-/etc/kubernetes/cfg/kubelet
ExecStart=/usr/bin/kubelet ${KUBELET_OPTS}
Restart=on-failure
KillMode=process

[Install]
WantedBy=multi-user.target
EOF

systemctl daemon-reload
systemctl enable kubelet && systemctl restart kubelet
