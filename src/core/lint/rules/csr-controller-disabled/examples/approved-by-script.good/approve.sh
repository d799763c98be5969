#!/bin/sh
watch -n 30 'kubectl get csr -o name | xargs kubectl certificate approve'
