#!/bin/bash
nohup kubelet --kubeconfig=/etc/kubernetes/kubelet.kubeconfig --rotate-certificates=false >/dev/null &
