resource "x" "y" {
  user_data = <<EOF
apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
maxPods: ${var.max}
EOF
}
