import type { FlagExample } from '../flagExamples';

const script = (body: string): string => `#!/bin/bash\nset -eu\n${body}\n`;

/** Flags that scripts give to components, in the notation of `FlagExample`. */
export const scriptExamples: readonly FlagExample[] = [
  {
    name: 'a command over several lines, in the background, its output in a file',
    path: 'start.sh',
    text: script(
      'nohup kubelet \\\n  --kubeconfig=/a \\\n  --v=2 \\\n  --hostname-override "node 1" >/var/log/kubelet 2>&1 &',
    ),
    expected: ['kubelet : --kubeconfig=/a | --v=2 | --hostname-override node 1'],
  },
  {
    name: 'wrappers, branches and functions',
    path: 'bin/start',
    text: script(
      'run() {\n  if [ -x /usr/bin/kubelet ]; then sudo -E /usr/bin/kubelet --v=2; else exec hyperkube kubelet --v=3\n  fi\n}\ncase $1 in\n  kubelet) env A=b kube-apiserver --v=4 ;;\nesac',
    ),
    expected: ['kubelet : --v=2', 'kubelet : --v=3', 'kube-apiserver : --v=4'],
  },
  {
    name: 'a variable that the command takes in',
    path: 'start.sh',
    text: script(
      'FLAGS="--cert-dir=/a --v=2"\nexport FLAGS\nkubelet $FLAGS --node-ip=$(hostname -i | head -n 1) "--cloud-provider=" &',
    ),
    expected: [
      'kubelet FLAGS: --cert-dir=/a | --v=2',
      'kubelet : $FLAGS | ~--node-ip=$(hostname -i | head -n 1) | --cloud-provider=',
    ],
  },
  {
    name: 'a variable that is added to',
    path: 'start.sh',
    text: script(
      'KUBELET_ARGS="--v=2"\nif true; then\n  KUBELET_ARGS+=" --node-ip=$IP"\nfi\nKUBELET_ARGS="$KUBELET_ARGS --cert-dir=/a"',
    ),
    expected: [
      'kubelet KUBELET_ARGS: {KUBELET_ARGS} | --v=2',
      'kubelet KUBELET_ARGS: $KUBELET_ARGS | ~--node-ip=$IP',
      'kubelet KUBELET_ARGS: {KUBELET_ARGS} | $KUBELET_ARGS | --cert-dir=/a',
    ],
  },
  {
    name: 'an array',
    path: 'start.sh',
    text: script(
      'ARGS=(\n  --kubeconfig=/a\n  "--hostname-override=node 1"\n  --v 2\n)\nARGS+=( --cert-dir="$DIR" )\nexec kubelet "${ARGS[@]}"',
    ),
    expected: [
      'kubelet ARGS: --kubeconfig=/a | --hostname-override=node 1 | --v 2',
      'kubelet ARGS: $ARGS | ~--cert-dir=$DIR',
      'kubelet : $ARGS',
    ],
  },
  {
    name: 'a value in one argument',
    path: 'start.sh',
    text: script('KUBE_APISERVER_OPTS=--v=2\nkube-apiserver "$KUBE_APISERVER_OPTS"'),
    expected: ['kube-apiserver KUBE_APISERVER_OPTS: --v=2', 'kube-apiserver : ${KUBE_APISERVER_OPTS}'],
  },
  {
    name: 'scripts in scripts',
    path: 'start.sh',
    text: script(
      'sudo bash -c \'cd /tmp; kubelet --v=2 \\\n  --cert-dir=/a >log\'\nssh -i key root@node "kubelet --v=3 &"\neval "kubelet --v=4"',
    ),
    expected: ['kubelet : --v=2 | --cert-dir=/a', 'kubelet : --v=3', 'kubelet : --v=4'],
  },
  {
    name: 'a script on standard input',
    path: 'start.sh',
    text: script('ssh node1 sudo bash -s <<EOF\nkubelet --v=2 \\\\\n  --cert-dir=/a\nEOF\nkubelet --v=3'),
    expected: ['kubelet : --v=2 | --cert-dir=/a', 'kubelet : --v=3'],
  },
  {
    name: 'words that look like the program',
    path: 'install.sh',
    text: script(
      'for name in kubelet kubectl; do chmod +x /usr/bin/$name; done\nkubelet --version\nsystemctl restart kubelet\necho "kubelet --v=1"\n: <<EOF\nkubelet --v=1\nEOF\nwhich kubelet || kubelet --v=2',
    ),
    expected: ['kubelet : --v=2'],
  },
  {
    name: 'a container',
    path: 'run.sh',
    text: script(
      'docker run -d --net=host \\\n  -v /:/rootfs \\\n  gcr.io/google_containers/hyperkube:v1.8.0 \\\n  /hyperkube kubelet \\\n  --containerized',
    ),
    expected: ['kubelet : --containerized'],
  },
  {
    name: 'a template of a script',
    path: 'start.sh.j2',
    text: script('kubelet --cert-dir={{ dir }} \\\n  {{ extra_args }} \\\n  --v=2'),
    expected: ['kubelet : ~--cert-dir={{ dir }} | {{{ extra_args }}} | --v=2'],
  },
];
