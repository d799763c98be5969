import type { Cluster } from '../cluster/cluster';
import { flagsOf, type CommandLine } from '../documents/commandLine';
import type { FlagLife } from '../kubernetes/flagLife';
import type { Kubernetes } from '../kubernetes/kubernetes';
import { aboutOf } from './about';
import type { Explanation, ExplanationPart } from './explanation';
import { componentsOf, inForce } from './inForce';
import { lifeOf, stateOf } from './life';
import { partIf, text } from './message';
import { purposeOf } from './purpose';
import type { Term } from './termAt';

/** Returns what is known of a flag; undefined for one that no release has. */
export function explainFlag(
  { line, flag, range }: Term & { type: 'flag' },
  cluster: Cluster,
  kubernetes: Kubernetes,
): Explanation | undefined {
  const { release } = cluster.target;
  const life = kubernetes.flag(line.component, flag.name, release);
  if (life.state === 'unknown') return undefined;
  const subject = `flag.${line.component}.${life.name}`;
  const isHere = life.state === 'accepted' || life.state === 'deprecated';
  return {
    range,
    title: text('explain.flag', { name: life.name, component: line.component }),
    purpose: purposeOf(kubernetes, subject),
    state: stateOf(life.state, release, life.default),
    life: lifeOf(life, kubernetes.releases.oldest),
    parts: [...belongings(life), ...(isHere ? inForce(life.name, settings(line, life.name, cluster)) : [])],
    rule: undefined,
    step: undefined,
    ...(life.state === 'deprecated' && { rule: 'flag-deprecated' }),
    ...aboutOf(subject),
    ...(!isHere && { rule: `flag-${life.state}` }),
  };
}

function belongings({ confidence, replacement, advice, field, values }: FlagLife): readonly ExplanationPart[] {
  const isSaid = replacement !== undefined || field !== undefined || advice?.startsWith('none') === true;
  const words = isSaid ? undefined : advice;
  return [
    ...(confidence === 'likely' ? [{ message: text('explain.likely') }] : []),
    ...partIf('explain.replacement', 'replacement', replacement?.flag),
    ...partIf('explain.advice', 'advice', words),
    ...partIf('explain.isField', 'field', field),
    ...partIf('explain.choices', 'choices', values?.join(', ')),
  ];
}

/** Of all components that take this command line in. */
function settings(line: CommandLine, name: string, cluster: Cluster) {
  const takesIn = (other: CommandLine) => other === line || flagsOf(other).some((flag) => flagsOf(line).includes(flag));
  const isIn = ({ commandLines }: { commandLines: readonly { value: CommandLine }[] }) =>
    commandLines.some(({ value }) => takesIn(value));
  const kubelets = cluster.kubelets.filter(isIn).map((kubelet) => kubelet.effective(name));
  const others = componentsOf(cluster).filter(({ component }) => component !== 'kubelet');
  return [...kubelets, ...others.filter(isIn).map((component) => component.flag(name))];
}
