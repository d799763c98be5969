#!/bin/bash
cat > /etc/systemd/system/kubelet.service <<'EOF'
[Service]
EnvironmentFile=/etc/kubernetes/kubelet
ExecStart=/usr/bin/kubelet $KUBELET_ARGS
EOF

cat > /etc/kubernetes/kubelet <<EOF
KUBELET_ARGS="--bootstrap-kubeconfig=/etc/kubernetes/bootstrap.kubeconfig \\
  --kubeconfig=/etc/kubernetes/kubelet.kubeconfig \\
  --rotate-certificates=true \\
  --hostname-override=$(hostname -s)"
EOF
