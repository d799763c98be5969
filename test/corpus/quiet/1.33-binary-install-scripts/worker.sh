#!/usr/bin/env bash
# Installs a worker from release binaries.
set -euo pipefail

KUBERNETES_VERSION="${KUBERNETES_VERSION:-v1.33.2}"
ARCH="$(dpkg --print-architecture)"
KUBERNETES_URL=https://dl.k8s.io
BINARIES=(kubelet kubectl kube-proxy)
NODE_NAME=$(hostname -s)
POD_CIDR=${1:?usage: $0 POD_CIDR}

log() { echo "[$(date +'%H:%M:%S')] $*" >&2; }

for binary in "${BINARIES[@]}"; do
  if ! command -v "$binary" >/dev/null 2>&1; then
    log "downloading ${binary}"
    curl --fail --silent --location --output "/usr/local/bin/${binary}" \
      "${KUBERNETES_URL}/${KUBERNETES_VERSION}/bin/linux/${ARCH}/${binary}"
    chmod +x "/usr/local/bin/${binary}"
  fi
done

mkdir -p /etc/cni/net.d /var/lib/kubelet /var/lib/kube-proxy /var/lib/kubernetes
swapoff -a; sed -i.bak '/\sswap\s/s/^/#/' /etc/fstab

cat <<EOF | sudo tee /etc/sysctl.d/99-kubernetes.conf
net.ipv4.ip_forward = 1
EOF

# The server answers to the name of the certificate, see $CERT.
cat <<EOF | sudo tee /var/lib/kubelet/kubelet-config.yaml
kind: KubeletConfiguration
apiVersion: kubelet.config.k8s.io/v1beta1
authentication:
  anonymous:
    enabled: false
  webhook:
    enabled: true
  x509:
    clientCAFile: "/var/lib/kubernetes/ca.crt"
authorization:
  mode: Webhook
cgroupDriver: systemd
clusterDomain: "cluster.local"
clusterDNS:
  - "${CLUSTER_DNS:-10.32.0.10}"
containerRuntimeEndpoint: "unix:///var/run/containerd/containerd.sock"
podCIDR: "${POD_CIDR}"
resolvConf: "$( [ -e /run/systemd/resolve/resolv.conf ] && echo /run/systemd/resolve/resolv.conf || echo /etc/resolv.conf )"
rotateCertificates: true
serverTLSBootstrap: true
EOF

cat <<'EOF' | sudo tee /etc/systemd/system/kubelet.service
[Unit]
Description=Kubernetes Kubelet
Documentation=https://github.com/kubernetes/kubernetes
After=containerd.service
Requires=containerd.service

[Service]
EnvironmentFile=-/etc/default/kubelet
ExecStart=/usr/local/bin/kubelet \
  --bootstrap-kubeconfig=/var/lib/kubelet/bootstrap-kubeconfig \
  --config=/var/lib/kubelet/kubelet-config.yaml \
  --kubeconfig=/var/lib/kubelet/kubeconfig \
  --register-node=true \
  --v=2 $KUBELET_EXTRA_ARGS
Restart=on-failure
RestartSec=5

[Install]
WantedBy=multi-user.target
EOF

if [[ -n "${NODE_IP:-}" ]]; then
  echo "KUBELET_EXTRA_ARGS=--node-ip=${NODE_IP}" | sudo tee /etc/default/kubelet
else
  echo 'KUBELET_EXTRA_ARGS=' > /etc/default/kubelet
fi

sudo systemctl daemon-reload
sudo systemctl enable --now kubelet || { log "kubelet --v=9 would say more"; exit 1; }
kubelet --version | awk '{print $2}'
