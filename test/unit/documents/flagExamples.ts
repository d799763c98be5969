import { scriptExamples } from './shellScript/scriptExamples';

/** A file with flags and what is read from it: one line per command line, arguments separated by ` | `. */
export interface FlagExample {
  readonly name: string;
  readonly path: string;
  readonly text: string;
  readonly expected: readonly string[];
}

/**
 * Written as: `component VARIABLE: argument | argument`, where an argument is a flag as read (`--name=value`, `--name value`,
 * `--name`), `$NAME` for a reference, `{…}` for a templated one, `?word` for a stray; `~` marks a templated flag.
 */
export const environmentExamples: readonly FlagExample[] = [
  {
    name: 'double quotes on one line',
    path: 'etc/sysconfig/kubelet',
    text: 'KUBELET_ARGS="--kubeconfig=/etc/kubernetes/kubelet.conf --v 2 --rotate-certificates"\n',
    expected: ['kubelet KUBELET_ARGS: --kubeconfig=/etc/kubernetes/kubelet.conf | --v 2 | --rotate-certificates'],
  },
  {
    name: 'one flag per line with tabs, closing quote on the last line',
    path: 'etc/kubernetes/kubelet',
    text: '###\n# kubernetes kubelet (minion) config\nKUBELET_ARGS="--bootstrap-kubeconfig=/a \\\n\t--kubeconfig=/b \\\n\t--cert-dir=/c"\n',
    expected: ['kubelet KUBELET_ARGS: --bootstrap-kubeconfig=/a | --kubeconfig=/b | --cert-dir=/c'],
  },
  {
    name: 'closing quote on its own line',
    path: 'kubelet.env',
    text: 'KUBELET_OPTS="--kubeconfig=/b \\\n  --v=2 \\\n"\nOTHER=1\n',
    expected: ['kubelet KUBELET_OPTS: --kubeconfig=/b | --v=2'],
  },
  {
    name: 'opening quote alone on its line',
    path: 'kubelet.env',
    text: 'KUBELET_OPTS="\\\n  --kubeconfig=/b \\\n  --v=2"\n',
    expected: ['kubelet KUBELET_OPTS: --kubeconfig=/b | --v=2'],
  },
  {
    name: 'line ends inside quotes without backslashes',
    path: 'kubelet.env',
    text: 'KUBELET_OPTS="--kubeconfig=/b\n  --v=2"\n',
    expected: ['kubelet KUBELET_OPTS: --kubeconfig=/b | --v=2'],
  },
  {
    name: 'single quotes, continued',
    path: 'kubelet.env',
    text: "KUBELET_EXTRA_ARGS='--node-ip=10.0.0.1 \\\n    --rotate-server-certificates'\n",
    expected: ['kubelet KUBELET_EXTRA_ARGS: --node-ip=10.0.0.1 | --rotate-server-certificates'],
  },
  {
    name: 'no quotes, one word and several',
    path: 'kubelet.env',
    text: 'KUBELET_EXTRA_ARGS=--node-ip=10.0.0.1\nKUBELET_KUBEADM_ARGS=--cgroup-driver=systemd --network-plugin=cni\n',
    expected: [
      'kubelet KUBELET_EXTRA_ARGS: --node-ip=10.0.0.1',
      'kubelet KUBELET_KUBEADM_ARGS: --cgroup-driver=systemd | --network-plugin=cni',
    ],
  },
  {
    name: 'no quotes, continued',
    path: 'kubelet.env',
    text: 'KUBELET_ARGS=--kubeconfig=/a \\\n --v=2\n',
    expected: ['kubelet KUBELET_ARGS: --kubeconfig=/a | --v=2'],
  },
  {
    name: 'export and comments behind values',
    path: 'kubelet.env',
    text: 'export KUBELET_ARGS="--v=2" # verbose\nexport KUBELET_PORT=--port=10250 # open\n; old comment\n',
    expected: ['kubelet KUBELET_ARGS: --v=2', 'kubelet KUBELET_PORT: --port=10250'],
  },
  {
    name: 'two assignments on one line',
    path: 'kubelet.env',
    text: 'export KUBELET_ARGS="--v=2" KUBELET_PORT="--port=10250"\n',
    expected: ['kubelet KUBELET_ARGS: --v=2', 'kubelet KUBELET_PORT: --port=10250'],
  },
  {
    name: 'empty values of well-known variables',
    path: 'etc/default/kubelet',
    text: 'KUBELET_EXTRA_ARGS=\n',
    expected: ['kubelet KUBELET_EXTRA_ARGS: '],
  },
  {
    name: 'a later assignment, one that adds and one that takes itself in',
    path: 'kubelet.env',
    text: 'KUBELET_ARGS="--v=1"\nKUBELET_ARGS="$KUBELET_ARGS --v=2"\nKUBELET_ARGS+=" --v=3"\n',
    expected: [
      'kubelet KUBELET_ARGS: --v=1',
      'kubelet KUBELET_ARGS: $KUBELET_ARGS | --v=2',
      'kubelet KUBELET_ARGS: $KUBELET_ARGS | --v=3',
    ],
  },
  {
    name: 'quotes within quotes',
    path: 'kubelet.env',
    text: `KUBELET_ARGS="--node-labels='a=b,c=d' --cluster-domain=\\"x y\\" --v=2"\n`,
    expected: ['kubelet KUBELET_ARGS: --node-labels=a=b,c=d | --cluster-domain=x y | --v=2'],
  },
  {
    name: 'the controller manager and the API server',
    path: 'kubernetes.conf',
    text: 'KUBE_CONTROLLER_MANAGER_ARGS="--root-ca-file=/a"\nKUBE_API_ARGS="--token-auth-file=/t.csv"\nKUBE_APISERVER_OPTS="--etcd-servers=http://a"\nKUBE_SCHEDULER_ARGS="--kubeconfig=/a"\n',
    expected: [
      'kube-controller-manager KUBE_CONTROLLER_MANAGER_ARGS: --root-ca-file=/a',
      'kube-apiserver KUBE_API_ARGS: --token-auth-file=/t.csv',
      'kube-apiserver KUBE_APISERVER_OPTS: --etcd-servers=http://a',
    ],
  },
  {
    name: 'a generic variable, component from the file name',
    path: 'etc/default/kube-controller-manager',
    text: 'DAEMON_ARGS="--master=http://127.0.0.1:8080 --v=2"\n',
    expected: ['kube-controller-manager DAEMON_ARGS: --master=http://127.0.0.1:8080 | --v=2'],
  },
  {
    name: 'an unknown variable, component from flags only it has',
    path: 'node.env',
    text: 'MY_NODE_STUFF="--rotate-certificates --bootstrap-kubeconfig /b"\n',
    expected: ['kubelet MY_NODE_STUFF: --rotate-certificates | --bootstrap-kubeconfig /b'],
  },
  {
    name: 'booleans do not take the next word, underscores count as dashes',
    path: 'kubelet.env',
    text: 'KUBELET_ARGS="--rotate_certificates false --v 4 --cert_dir /x -h -v=3"\n',
    expected: ['kubelet KUBELET_ARGS: --rotate-certificates | ?false | --v 4 | --cert-dir /x | -h | -v=3'],
  },
  {
    name: 'strays: single dash, look-alike dash, no-break space, behind --',
    path: 'kubelet.env',
    text: 'KUBELET_ARGS="-rotate-certificates \u2013\u2013v=2 --v=2\u00a0--x --unknown-flag word -- --late"\n',
    expected: [
      'kubelet KUBELET_ARGS: ?-rotate-certificates | ?\u2013\u2013v=2 | --v=2\u00a0--x | --unknown-flag word | ?-- | ?--late',
    ],
  },
  {
    name: 'templates and variables',
    path: 'kubelet.env.j2',
    text: 'KUBELET_ARGS="--node-ip={{ ip | default("1.2.3.4") }} {{ kubelet_extra }} --hostname-override=${HOST} --v=2"\n',
    expected: [
      'kubelet KUBELET_ARGS: ~--node-ip={{ ip | default("1.2.3.4") }} | {{{ kubelet_extra }}} | ~--hostname-override=${HOST} | --v=2',
    ],
  },
  {
    name: 'lines of nothing but templates',
    path: 'kubelet.env.j2',
    text: '{{ header }}\n{# a\n  comment #}\n{% set a = 1 %}\n{% if a %}\nKUBELET_ARGS="--v=2"\n{% else %}\n{% endif %}\n{% if b %}KUBELET_PORT="--port=1"{% endif %}\n',
    expected: ['kubelet KUBELET_ARGS: --v=2', 'kubelet KUBELET_PORT: --port=1'],
  },
  {
    name: 'flags without a variable between templates',
    path: 'args/kubelet',
    text: '{% if a %}\n--kubeconfig=/a\n{% endif %}\n--rotate-certificates\n',
    expected: ['kubelet : {{% if a %}} | --kubeconfig=/a | {{% endif %}} | --rotate-certificates'],
  },
  {
    name: 'flags without a variable',
    path: 'var/snap/microk8s/current/args/kubelet',
    text: '--kubeconfig=${SNAP_DATA}/kubelet.config\n--cert-dir=/certs\n# --anonymous-auth=false\n--rotate-certificates\n',
    expected: ['kubelet : ~--kubeconfig=${SNAP_DATA}/kubelet.config | --cert-dir=/certs | --rotate-certificates'],
  },
  {
    name: 'continued flags without a variable',
    path: 'args/kubelet',
    text: '--kubeconfig=/a \\\n --rotate-certificates \\\n --v=2\n',
    expected: ['kubelet : --kubeconfig=/a | --rotate-certificates | --v=2'],
  },
];

const service = (lines: string): string =>
  `[Unit]\nDescription=x\n\n[Service]\n${lines}\n\n[Install]\nWantedBy=multi-user.target\n`;

export const unitExamples: readonly FlagExample[] = [
  {
    name: 'one line',
    path: 'kubelet.service',
    text: service('ExecStart=/usr/bin/kubelet --kubeconfig=/a --v 2'),
    expected: ['kubelet : --kubeconfig=/a | --v 2'],
  },
  {
    name: 'the whole file is indented',
    path: 'kubelet.service.d/20-more.conf',
    text: '    [Service]\n    Environment="KUBELET_EXTRA_ARGS=--v=2"\n',
    expected: ['kubelet KUBELET_EXTRA_ARGS: --v=2'],
  },
  {
    name: 'in a pod of rkt',
    path: 'kubelet.service',
    text: service(
      'ExecStart=/usr/bin/rkt run \\\n  --volume=run,kind=host,source=/run \\\n  docker://k8s.gcr.io/hyperkube:v1.17.0 \\\n  --exec=/usr/local/bin/kubelet -- \\\n  --kubeconfig=/a \\\n  --v=2',
    ),
    expected: ['kubelet : --kubeconfig=/a | --v=2'],
  },
  {
    name: 'in a pod of rkt, through hyperkube',
    path: 'kubelet.service',
    text: service(
      'ExecStart=/usr/bin/rkt run docker://a/hyperkube:v1.9.0 --exec /hyperkube -- kubelet --kubeconfig=/a',
    ),
    expected: ['kubelet : --kubeconfig=/a'],
  },
  {
    name: 'one flag per line, comments in between',
    path: 'kubelet.service',
    text: service(
      'ExecStart=/usr/bin/kubelet \\\n  --kubeconfig=/a \\\n# --old=1 \\\n  ; --older\n  --cert-dir=/c \\\n  --v=2\nRestart=always',
    ),
    expected: ['kubelet : --kubeconfig=/a | --cert-dir=/c | --v=2'],
  },
  {
    name: 'a blank behind the backslash ends the command',
    path: 'kubelet.service',
    text: service('ExecStart=/usr/bin/kubelet \\\n  --kubeconfig=/a \\ \n  --cert-dir=/c'),
    expected: ['kubelet : --kubeconfig=/a | ?\\'],
  },
  {
    name: 'tabs and a last backslash before an empty line',
    path: 'kube-apiserver.service',
    text: service('ExecStart=/opt/bin/kube-apiserver\\\n\t--etcd-servers=http://a\\\n\t--token-auth-file=/t \\\n'),
    expected: ['kube-apiserver : --etcd-servers=http://a | --token-auth-file=/t'],
  },
  {
    name: 'reset and two commands',
    path: 'kubelet.service.d/10-kubeadm.conf',
    text: '[Service]\nExecStart=/usr/bin/kubelet --old=1\nExecStart=\nExecStart=/usr/bin/kubelet --v=2\nExecStart=-/usr/bin/kube-controller-manager --v=3\n',
    expected: ['kubelet : --v=2', 'kube-controller-manager : --v=3'],
  },
  {
    name: 'stock drop-in of kubeadm',
    path: 'kubelet.service.d/10-kubeadm.conf',
    text: '# Note: This dropin only works with kubeadm and kubelet v1.11+\n[Service]\nEnvironment="KUBELET_KUBECONFIG_ARGS=--bootstrap-kubeconfig=/etc/kubernetes/bootstrap-kubelet.conf --kubeconfig=/etc/kubernetes/kubelet.conf"\nEnvironment="KUBELET_CONFIG_ARGS=--config=/var/lib/kubelet/config.yaml"\nEnvironmentFile=-/var/lib/kubelet/kubeadm-flags.env\nEnvironmentFile=-/etc/default/kubelet\nExecStart=\nExecStart=/usr/bin/kubelet $KUBELET_KUBECONFIG_ARGS $KUBELET_CONFIG_ARGS $KUBELET_KUBEADM_ARGS $KUBELET_EXTRA_ARGS\n',
    expected: [
      'kubelet KUBELET_KUBECONFIG_ARGS: --bootstrap-kubeconfig=/etc/kubernetes/bootstrap-kubelet.conf | --kubeconfig=/etc/kubernetes/kubelet.conf',
      'kubelet KUBELET_CONFIG_ARGS: --config=/var/lib/kubelet/config.yaml',
      'kubelet : $KUBELET_KUBECONFIG_ARGS | $KUBELET_CONFIG_ARGS | $KUBELET_KUBEADM_ARGS | $KUBELET_EXTRA_ARGS',
    ],
  },
  {
    name: 'prefixes and argv[0]',
    path: 'kubelet.service',
    text: service('ExecStart=-+/usr/bin/kubelet --v=2\nExecStart=@/usr/bin/kubelet node --v=3'),
    expected: ['kubelet : --v=2', 'kubelet : --v=3'],
  },
  {
    name: 'several assignments in one Environment, all ways of quoting',
    path: 'kubelet.service',
    text: service(
      `Environment="KUBELET_A_ARGS=--v=1 --cert-dir=/c" KUBELET_B_ARGS=--v=2 'KUBELET_C_ARGS=--v=3' KUBELET_D_ARGS="--v=4 --cert-dir=/d" HOME=/root\nExecStart=/usr/bin/kubelet $KUBELET_A_ARGS $KUBELET_B_ARGS`,
    ),
    expected: [
      'kubelet KUBELET_A_ARGS: --v=1 | --cert-dir=/c',
      'kubelet KUBELET_B_ARGS: --v=2',
      'kubelet KUBELET_C_ARGS: --v=3',
      'kubelet KUBELET_D_ARGS: --v=4 | --cert-dir=/d',
      'kubelet : $KUBELET_A_ARGS | $KUBELET_B_ARGS',
    ],
  },
  {
    name: 'continued Environment',
    path: 'kubelet.service',
    text: service('Environment="KUBELET_ARGS=--v=1 \\\n  --cert-dir=/c"\nExecStart=/usr/bin/kubelet $KUBELET_ARGS'),
    expected: ['kubelet KUBELET_ARGS: --v=1 | --cert-dir=/c', 'kubelet : $KUBELET_ARGS'],
  },
  {
    name: 'specifiers, braces, quoting and escapes',
    path: 'kubelet.service',
    text: service(
      `ExecStart=/usr/bin/kubelet --hostname-override=%H "--node-labels=a=b c" --v='3' \${KUBELET_ARGS} --cert-dir=/a%%b`,
    ),
    expected: ['kubelet : ~--hostname-override=%H | --node-labels=a=b c | --v=3 | ${KUBELET_ARGS} | --cert-dir=/a%b'],
  },
  {
    name: 'no-break spaces are part of words',
    path: 'kubelet.service',
    text: service('ExecStart=/usr/bin/kubelet --v=2\u00a0--x --cert-dir=/c\u00a0'),
    expected: ['kubelet : --v=2\u00a0--x | --cert-dir=/c\u00a0'],
  },
  {
    name: 'wrappers',
    path: 'kubelet.service',
    text: service(
      'ExecStart=/usr/bin/env -u X PATH=/bin nice -n 5 /usr/bin/kubelet --v=2\nExecStart=/usr/lib/coreos/kubelet-wrapper --v=3',
    ),
    expected: ['kubelet : --v=2', 'kubelet : --v=3'],
  },
  {
    name: 'a shell in between',
    path: 'kubelet.service',
    text: service(
      `ExecStart=/bin/sh -c "mkdir -p /x && exec /usr/bin/kubelet --v=2 --cert-dir=/c >> /var/log/kubelet.log 2>&1"\nExecStart=/bin/bash -ec 'kubelet --v=3 $$EXTRA'`,
    ),
    expected: ['kubelet : --v=2 | --cert-dir=/c', 'kubelet : --v=3 | $EXTRA'],
  },
  {
    name: 'containers with hyperkube',
    path: 'kubelet.service',
    text: service(
      'ExecStart=/usr/bin/docker run --name kubelet --net=host \\\n  -v /:/rootfs:ro \\\n  gcr.io/google_containers/hyperkube-amd64:v1.7.0 \\\n  /hyperkube kubelet \\\n  --v=2 \\\n  --containerized\nExecStart=/usr/bin/docker run --rm --name kubelet img kubelet --v=3',
    ),
    expected: ['kubelet : --v=2 | --containerized', 'kubelet : --v=3'],
  },
  {
    name: 'hyperkube on the host',
    path: 'kcm.service',
    text: service('ExecStart=/opt/hyperkube controller-manager --v=2\nExecStart=/opt/hyperkube proxy --v=2'),
    expected: ['kube-controller-manager : --v=2'],
  },
  {
    name: 'a templated line at the end',
    path: 'kubelet.service.j2',
    text: service('ExecStart=/usr/bin/kubelet --v=2 \\\n  {{ extra }}\nRestart=always'),
    expected: ['kubelet : --v=2 | {{{ extra }}}'],
  },
  {
    name: 'templated lines and values',
    path: 'kubelet.service.j2',
    text: service(
      'ExecStart={{ bin_dir }}/kubelet \\\n{% if rotate %}\n  --rotate-certificates \\\n{% endif %}\n  --cert-dir={{ dir }} \\\n  --v=2',
    ),
    expected: ['kubelet : {{% if rotate %}} | --rotate-certificates | {{% endif %}} | ~--cert-dir={{ dir }} | --v=2'],
  },
];

export const flagExamples = [...environmentExamples, ...unitExamples, ...scriptExamples];
