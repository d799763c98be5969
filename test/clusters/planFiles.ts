import { dump } from 'js-yaml';

import type { FlagComponent } from '../../src/core/kubernetes/data';
import type { Files } from '../rules/examples';
import { kubeadmFiles } from './kubeadmFiles';
import type { BindingPlan, ClusterPlan, ComponentPlan, RolePlan } from './clusterPlan';

const VARIABLE: Readonly<Record<FlagComponent, string>> = {
  kubelet: 'KUBELET_ARGS',
  'kube-apiserver': 'KUBE_API_ARGS',
  'kube-controller-manager': 'KUBE_CONTROLLER_MANAGER_ARGS',
};

/** Returns a cluster as the files that its hosts ask for. */
export function planFiles(plan: ClusterPlan): Files {
  return plan.hosts.madeBy === 'kubeadm' ? kubeadmFiles(plan) : handMadeFiles(plan);
}

function handMadeFiles(plan: ClusterPlan): Files {
  const { hosts, configuration, tokenRows, tokenSecret, kubeconfig } = plan;
  const node = new Map(commandFiles('kubelet', plan, hosts.kubelet));
  if (configuration) node.set('/var/lib/kubelet/config.yaml', written(configuration, hosts.configuration));
  node.set('/etc/kubernetes/bootstrap.kubeconfig', dump(plan.bootstrapKubeconfig));
  if (kubeconfig) node.set('/etc/kubernetes/kubelet.kubeconfig', dump(kubeconfig));
  const master = new Map([
    ...commandFiles('kube-apiserver', plan, hosts.controlPlane),
    ...commandFiles('kube-controller-manager', plan, hosts.controlPlane),
  ]);
  if (tokenRows.length > 0) master.set('/etc/kubernetes/token.csv', `${tokenRows.join('\n')}\n`);
  return new Map([
    ...(hosts.kubelet === 'script' ? [['node.sh', script(node)] as const] : placed(node)),
    ...(hosts.controlPlane === 'script' ? [['master.sh', script(master)] as const] : placed(master)),
    ...rbacFiles(plan),
    ...(tokenSecret ? [['token-secret.yaml', dump(tokenSecret)] as const] : []),
  ]);
}

function placed(files: ReadonlyMap<string, string>): readonly (readonly [string, string])[] {
  return [...files].map(([path, text]) => [path.slice(1), text] as const);
}

/** One script that writes the files where they belong. */
function script(files: ReadonlyMap<string, string>): string {
  const parts = [...files].map(([path, text]) => `cat > ${path} <<'EOF'\n${text}EOF\n`);
  return `#!/bin/bash\nset -e\n${parts.join('\n')}systemctl daemon-reload\n`;
}

type PathAndText = readonly [path: string, text: string];

function commandFiles(
  component: FlagComponent,
  plan: ClusterPlan,
  host: ClusterPlan['hosts']['kubelet' | 'controlPlane'],
): readonly PathAndText[] {
  const words = wordsOf(plan.components[component]);
  const program = `/usr/local/bin/${component}`;
  const unit = `/etc/systemd/system/${component}.service`;
  const variable = VARIABLE[component];
  switch (host) {
    case 'unit':
    case 'script':
      return [[unit, unitText(component, `${program} \\\n  ${words.join(' \\\n  ')}`)]];
    case 'environment':
      return [
        [unit, unitText(component, `${program} $${variable}`, `EnvironmentFile=/etc/kubernetes/${component}.env`)],
        [`/etc/kubernetes/${component}.env`, `# flags of the ${component}\n${variable}="${words.join(' \\\n  ')}"\n`],
      ];
    case 'drop-in':
      return [
        [unit, unitText(component, program)],
        [
          `/etc/systemd/system/${component}.service.d/10-flags.conf`,
          `[Service]\nEnvironment="${variable}=${words.join(' ')}"\nExecStart=\nExecStart=${program} $${variable}\n`,
        ],
      ];
    case 'static-pod':
      return [[`/etc/kubernetes/manifests/${component}.yaml`, podText(component, plan.release, words)]];
  }
}

function wordsOf({ flags, gates, words }: ComponentPlan): readonly string[] {
  const gateList = Object.entries(gates).map(([name, value]) => `${name}=${value}`);
  return [
    ...Object.entries(flags).map(([name, value]) => `--${name}=${value}`),
    ...(gateList.length > 0 ? [`--feature-gates=${gateList.join(',')}`] : []),
    ...words,
  ];
}

function unitText(component: string, command: string, ...more: readonly string[]): string {
  const service = [...more, `ExecStart=${command}`, 'Restart=always', 'RestartSec=10'];
  return `[Unit]\nDescription=${component}\n\n[Service]\n${service.join('\n')}\n\n[Install]\nWantedBy=multi-user.target\n`;
}

function podText(component: string, release: string, words: readonly string[]): string {
  const image = `registry.example.org/${component}:v${release}.1`;
  return dump({
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: component, namespace: 'kube-system' },
    spec: { hostNetwork: true, containers: [{ name: component, image, command: [component, ...words] }] },
  });
}

function written(value: unknown, format: ClusterPlan['hosts']['configuration']): string {
  return format === 'json' ? `${JSON.stringify(value, undefined, 2)}\n` : dump(value);
}

function rbacFiles(plan: ClusterPlan): readonly PathAndText[] {
  const { roles, bindings, documents, leader, trailer, hosts } = plan;
  const more: readonly PathAndText[] =
    documents.length > 0 ? [['approver.yaml', documents.map((one) => dump(one)).join('---\n')]] : [];
  if (hosts.rbac === 'kubectl') return [['rbac.sh', `#!/bin/sh\n${kubectl(plan).join('\n')}\n${trailer}`], ...more];
  const objects = [
    ...roles.map((role) => roleObject(role, plan.rbacVersion)),
    ...bindings.map((binding) => bindingObject(binding, plan.rbacVersion)),
  ];
  const text =
    hosts.rbac === 'list'
      ? dump({ apiVersion: 'v1', kind: 'List', items: objects })
      : objects.map((object) => dump(object)).join('---\n');
  return [['rbac.yaml', `${leader}${text}${trailer}`], ...more];
}

function kubectl({ roles, bindings }: ClusterPlan): readonly string[] {
  return [
    ...roles.map(({ name, resources }) => {
      const list = resources.map((resource) => {
        const [plural = '', sub] = resource.split('/');
        return `${plural}.certificates.k8s.io${sub === undefined ? '' : `/${sub}`}`;
      });
      return `kubectl create clusterrole ${name} --verb=create --resource=${list.join(',')}`;
    }),
    ...bindings.map(({ name, role, kind, subject }) => {
      const flag = { User: 'user', Group: 'group', ServiceAccount: 'serviceaccount' }[kind];
      return `kubectl create clusterrolebinding ${name} \\\n  --clusterrole=${role} --${flag}=${subject}`;
    }),
  ];
}

function roleObject({ name, resources }: RolePlan, version: string): unknown {
  return {
    apiVersion: `rbac.authorization.k8s.io/${version}`,
    kind: 'ClusterRole',
    metadata: { name },
    rules: [{ apiGroups: ['certificates.k8s.io'], resources, verbs: ['create'] }],
  };
}

function bindingObject({ name, role, kind, subject }: BindingPlan, version: string): unknown {
  return {
    apiVersion: `rbac.authorization.k8s.io/${version}`,
    kind: 'ClusterRoleBinding',
    metadata: { name },
    roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: role },
    subjects: [{ kind, name: subject, apiGroup: 'rbac.authorization.k8s.io' }],
  };
}
