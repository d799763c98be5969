import { kubernetesData } from '../../src/core/kubernetes/kubernetesData';
import type { FlagComponent } from '../../src/core/kubernetes/data';
import { releaseOf, type Release } from '../../src/core/kubernetes/release';
import type { Draws } from './draws';
import { kubernetes } from './examples';

/** A file made of known flags, gates and fields, some of them broken, and what must outlive every fix. */
export interface GeneratedFile {
  readonly path: string;
  readonly text: string;
  readonly release: Release;
  /** Comments on lines of their own, and words of healthy neighbours. */
  readonly kept: readonly string[];
}

interface Entry {
  readonly name: string;
  readonly value: string;
}

const PROGRAMS: readonly FlagComponent[] = ['kubelet', 'kube-controller-manager', 'kube-apiserver'];

const VALUES: Readonly<Record<string, readonly string[]>> = {
  bool: ['true', 'false', '1', 'F'],
  duration: ['10s', '1h30m', '8760h0m0s'],
  int: ['1', '0x10', '4096'],
  uint: ['7', '30'],
  float: ['1.5', '2'],
  list: ['a.example.org,b.example.org', 'one'],
  map: ['zone=a,rack=b'],
  ip: ['10.0.0.4'],
};

const FIELD_VALUES: Readonly<Record<string, string>> = { bool: 'true', int32: '10', string: 'text', duration: '1m0s' };

/** Returns a file that belongs to a seed: any kind, layout and release. */
export function generatedFile(draws: Draws): GeneratedFile {
  const release = releaseOf(draws.whole(6, 36));
  const made = draws.pick([environmentFile, unit, unit, configuration, kubeadm])(draws, release);
  const text = draws.chance(0.3) ? made.text.replaceAll('\n', '\r\n') : made.text;
  return { ...made, text, release };
}

type Made = Omit<GeneratedFile, 'release'>;

/** Flags that the release takes, with values it takes, each at most once. */
function healthyFlags(draws: Draws, component: FlagComponent, release: Release): readonly Entry[] {
  const names = Object.keys(kubernetesData.flags[component]);
  const chosen = new Set(Array.from({ length: draws.whole(1, 5) }, () => draws.pick(names)));
  return [...chosen].flatMap((name) => {
    const { state, type } = kubernetes.flag(component, name, release);
    const values = VALUES[type ?? ''];
    return state === 'accepted' && values ? [{ name, value: draws.pick(values) }] : [];
  });
}

/** Mistakes that people make: names of other releases, misspelt ones, values that no flag takes, gates gone or wrong. */
function brokenFlag(draws: Draws, component: FlagComponent): Entry {
  const name = draws.pick(Object.keys(kubernetesData.flags[component]));
  const gate = draws.pick(Object.keys(kubernetesData.gates));
  return draws.pick<() => Entry>([
    () => ({ name, value: draws.pick(VALUES[draws.pick(['bool', 'int', 'duration'])] ?? []) }),
    () => ({ name: misspelt(draws, name), value: 'true' }),
    () => ({ name: name.replaceAll('-', '_'), value: 'maybe' }),
    () => ({ name: camelCase(name), value: '1' }),
    () => ({ name: 'feature-gates', value: gates(draws, gate) }),
    () => ({ name: 'feature-gates', value: gates(draws, gate) }),
  ])();
}

function gates(draws: Draws, first: string): string {
  const names = [
    first,
    ...Array.from({ length: draws.whole(0, 2) }, () => draws.pick(Object.keys(kubernetesData.gates))),
  ];
  return names
    .map((name) => draws.pick([`${name}=true`, `${name}=false`, `${name}:true`, `${name.toLowerCase()}=true`]))
    .join(',');
}

function misspelt(draws: Draws, name: string): string {
  const at = draws.whole(1, name.length - 1);
  return draws.pick([name.slice(0, at) + name.slice(at + 1), `${name.slice(0, at)}x${name.slice(at)}`]);
}

function camelCase(name: string): string {
  return name.replaceAll(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

/** All flags in any order, as words. */
function words(
  draws: Draws,
  component: FlagComponent,
  release: Release,
): { words: readonly string[]; kept: readonly string[] } {
  const healthy = healthyFlags(draws, component, release);
  const broken = Array.from({ length: draws.whole(1, 3) }, () => brokenFlag(draws, component));
  const written = healthy.map(({ name, value }) => `--${name}=${value}`);
  const wrong = broken.map(({ name, value }) => `--${name}${draws.pick(['=', '=', ' '])}${value}`);
  const names = new Set(broken.map(({ name }) => name.replaceAll('_', '-')));
  return {
    words: shuffled(draws, [...written, ...wrong]),
    kept: written.filter((_, index) => !names.has(healthy[index]?.name ?? '')),
  };
}

function shuffled<T>(draws: Draws, items: readonly T[]): readonly T[] {
  return items
    .map((item) => ({ item, at: draws.next() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}

function environmentFile(draws: Draws, release: Release): Made {
  const component = draws.pick(PROGRAMS);
  const variable = {
    kubelet: 'KUBELET_ARGS',
    'kube-controller-manager': 'KUBE_CONTROLLER_MANAGER_ARGS',
    'kube-apiserver': 'KUBE_API_ARGS',
  }[component];
  const made = words(draws, component, release);
  const quote = draws.pick(['"', '"', "'"]);
  const gap = draws.pick([' ', '  ', quote === '"' ? ' \\\n  ' : ' ', quote === '"' ? ' \\\n' : ' ']);
  const comments = ['# first comment', '# last comment: keep "this"'];
  const text = `${comments[0] ?? ''}\n${variable}=${quote}${made.words.join(gap)}${quote}\nOTHER=1\n${comments[1] ?? ''}\n`;
  return { path: `${component}.env`, text, kept: [...comments, 'OTHER=1', ...made.kept] };
}

function unit(draws: Draws, release: Release): Made {
  const component = draws.pick(PROGRAMS);
  const made = words(draws, component, release);
  const gap = draws.pick([' ', ' \\\n  ', ' \\\n\t', ' \\\n# within\n  ']);
  const kept = [
    '# a comment',
    '; another',
    'Restart=always',
    ...made.kept,
    ...(gap.includes('# within') && made.words.length > 3 ? ['# within'] : []),
  ];
  const text = `[Unit]\n# a comment\nDescription=${component}\n\n[Service]\nExecStart=/usr/bin/${component}${gap}${made.words.join(gap)}\n; another\nRestart=always\n`;
  return { path: `${component}.service`, text, kept };
}

function configuration(draws: Draws): Made {
  const fields = Object.entries(kubernetesData.fields['kubelet.config.k8s.io/v1beta1']?.fields ?? {}).filter(([path]) =>
    /^\w+$/.test(path),
  );
  const chosen = new Map(Array.from({ length: draws.whole(2, 6) }, () => draws.pick(fields)));
  const lines = [...chosen].flatMap(([name, { type }]) => {
    const value = FIELD_VALUES[type ?? ''];
    if (value === undefined) return [];
    const key = draws.pick([name, name, name.charAt(0).toUpperCase() + name.slice(1), misspelt(draws, name)]);
    return [`${key}: ${draws.pick([value, value, JSON.stringify(value), 'yes', '7'])}`];
  });
  const gateLines = Array.from({ length: draws.whole(1, 3) }, () => draws.pick(Object.keys(kubernetesData.gates)))
    .filter((name, index, all) => all.indexOf(name) === index)
    .map((name) => [name, draws.pick(['true', 'false', '"true"', 'yes'])] as const);
  const block = `featureGates:\n${gateLines.map(([name, value]) => `  ${name}: ${value}`).join('\n')}`;
  const flow = `featureGates: {${gateLines.map(([name, value]) => `${name}: ${value}`).join(', ')}}`;
  const body = shuffled(draws, [
    ...lines,
    draws.pick([block, flow]),
    '# a comment',
    'clusterDNS: [10.96.0.10]  # kept',
  ]);
  const text = `apiVersion: kubelet.config.k8s.io/v1beta1\nkind: KubeletConfiguration\n${body.join('\n')}\n`;
  return { path: 'config.yaml', text, kept: ['# a comment', 'clusterDNS: [10.96.0.10]  # kept'] };
}

function kubeadm(draws: Draws, release: Release): Made {
  const component = draws.pick(PROGRAMS);
  const healthy = healthyFlags(draws, component, release);
  const entries = shuffled(draws, [...healthy, brokenFlag(draws, component)]).filter(
    ({ name }, index, all) => all.findIndex((other) => other.name === name) === index,
  );
  const isList = draws.chance(0.5);
  const value = (text: string): string =>
    draws.pick([JSON.stringify(text), JSON.stringify(text), /^[a-z]/.test(text) ? text : JSON.stringify(text)]);
  const lines = entries.map((entry) =>
    isList
      ? `    - name: ${entry.name}\n      value: ${value(entry.value)}`
      : `    ${entry.name}: ${value(entry.value)}`,
  );
  const [kind, place] =
    component === 'kubelet'
      ? ['InitConfiguration', 'nodeRegistration:\n  kubeletExtraArgs:']
      : [
          'ClusterConfiguration',
          `${component === 'kube-apiserver' ? 'apiServer' : 'controllerManager'}:\n  extraArgs:`,
        ];
  const text = `apiVersion: kubeadm.k8s.io/${isList ? 'v1beta4' : 'v1beta2'}\nkind: ${kind}\n# a comment\n${place}\n${lines.join('\n')}\n`;
  return { path: 'kubeadm.yaml', text, kept: ['# a comment'] };
}
