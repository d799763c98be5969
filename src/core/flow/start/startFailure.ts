import type { ComponentInView, InFile, KubeletInView } from '../../cluster/cluster';
import { goBoolean } from '../../cluster/goBoolean';
import { booleanError, durationError } from '../../cluster/goErrors';
import { valueIn } from '../../cluster/setting';
import type { CommandLine, Flag } from '../../documents/commandLine';
import { isAtLeast, minorOf, type Release } from '../../kubernetes/release';
import { parseGoDuration } from '../../kubernetes/goDuration';
import { kubernetes } from '../kubernetesFacts';
import type { ScenarioRun } from '../scenarioRun';
import type { World } from '../world';
import { configurationFailure, missingConfiguration } from './configurationFailure';
import { gateFailure } from './gateFailure';
import { signingFilesFailure } from './signingFilesFailure';
import { flowMessage } from '../play/draftStep';
import type { StartFailure } from './failure';

/**
 * Returns why a component ends as soon as it reads its flags, configuration and gates; undefined when it goes on. Only what is surely wrong
 * in this release counts: not flags that a near release was read for, nor anything templated (err.unknownflag, err.gate;
 * words recorded on 1.20). `changes` are settings that a what-if gives other values.
 */
export function startFailure(
  component: ComponentInView,
  release: Release,
  changes: ScenarioRun['settings'] = {},
): StartFailure | undefined {
  for (const line of component.commandLines) {
    const failure = lineFailure(component, line, release);
    if (failure !== undefined) return failure;
  }
  return (
    strayFailure(component, release) ??
    (isKubelet(component) ? configurationFailure(component, release) : undefined) ??
    gateFailure(component, release) ??
    kubeletFailure(component, release, changes) ??
    (component.component === 'kube-controller-manager' ? signingFilesFailure(component, release) : undefined)
  );
}

/**
 * Returns why a component of this cluster does not start at a release; undefined when it does. While the release is only
 * assumed, flags that it does not know are taken to belong to the release that the cluster really runs.
 */
export function failureOf(
  world: World,
  component: ComponentInView | undefined,
  release: Release,
): StartFailure | undefined {
  if (component === undefined) return undefined;
  const { cluster, run } = world;
  const missing =
    run.view === 'complete' && isKubelet(component) ? missingConfiguration(cluster, component) : undefined;
  const failure = startFailure(component, release, run.settings) ?? missing;
  const { target } = cluster;
  const isCertain = failure?.inAnyRelease === true || target.source !== 'default' || release !== target.release;
  if (failure === undefined || isCertain) return failure;
  const { setting } = failure.evidence;
  const sentence = flowMessage('assumption.otherRelease', { setting, release });
  world.recorder.assume(setting, `known to the release that runs here, not ${release}`, sentence);
  return undefined;
}

function lineFailure(
  component: ComponentInView,
  line: InFile<CommandLine>,
  release: Release,
): StartFailure | undefined {
  for (const argument of line.value.arguments) {
    if (argument.type !== 'flag') continue;
    const failure = flagFailure(component, { path: line.path, value: argument.flag }, release);
    if (failure !== undefined) return failure;
  }
  return undefined;
}

/** A word that is neither flag nor value, recorded on 1.20; older releases are not judged by it. */
function strayFailure({ component, commandLines }: ComponentInView, release: Release): StartFailure | undefined {
  if (!isAtLeast(release, '1.20')) return undefined;
  for (const { path, value: line } of commandLines) {
    for (const argument of line.arguments) {
      if (argument.type !== 'stray') continue;
      const { text, range } = argument.stray;
      return {
        message: strayText(component, text, release),
        evidence: { setting: text, value: undefined, origin: { path, range } },
      };
    }
  }
  return undefined;
}

/** A single dash and letters no program knows are shorthand flags to pflag. */
function strayText(component: ComponentInView['component'], text: string, release: Release): string {
  const letter = /^-([A-Za-z])/.exec(text)?.[1];
  if (letter !== undefined) return `${prefix(component, release)}unknown shorthand flag: '${letter}' in ${text}`;
  return component === 'kubelet'
    ? `unknown command: ${text}`
    : `Error: ${JSON.stringify(component)} does not take any arguments, got [${JSON.stringify(text)}]`;
}

function flagFailure(
  { component }: ComponentInView,
  { path, value: flag }: InFile<Flag>,
  release: Release,
): StartFailure | undefined {
  if (flag.templated || flag.writtenName === '-h') return undefined;
  const life = kubernetes.flag(component, flag.name, release);
  const fail = (message: string): StartFailure => ({
    message: `${prefix(component, release)}${message}`,
    evidence: {
      setting: `--${flag.name}`,
      value: isSecret(flag) ? undefined : flag.value,
      origin: { path, range: flag.range },
    },
  });
  if (['removed', 'not-yet', 'unknown'].includes(life.state)) {
    if (life.confidence !== 'verified') return undefined;
    return { ...fail(`unknown flag: ${flag.writtenName}`), inAnyRelease: life.state === 'unknown' };
  }
  const { value } = flag;
  if (value === undefined) return undefined;
  const invalid = (why: string): StartFailure => ({
    ...fail(`invalid argument ${JSON.stringify(value)} for "--${flag.name}" flag: ${why}`),
    inAnyRelease: true,
  });
  if (life.type === 'bool' && goBoolean(value) === undefined) {
    return invalid(booleanError(value));
  }
  return life.type === 'duration' && parseGoDuration(value) === undefined ? invalid(durationError(value)) : undefined;
}

/** A credential on the command line, whatever release takes it: plays never show its value. */
function isSecret({ name }: Flag): boolean {
  return name === 'token' || name === 'password';
}

/** How a component introduces a flag that it cannot read. */
function prefix(component: ComponentInView['component'], release: Release): string {
  if (component !== 'kubelet') return 'Error: ';
  return minorOf(release) >= 23 ? 'failed to parse kubelet flag: ' : '';
}

const GATE = 'RotateKubeletServerCertificate';

/** A kubelet that is told to ask for serving certificates while the gate is off does not start (serving.config, `str.k.validate`). */
function kubeletFailure(
  component: ComponentInView,
  release: Release,
  changes: Readonly<Record<string, string>>,
): StartFailure | undefined {
  if (!isKubelet(component) || !isAtLeast(release, '1.11')) return undefined;
  const gate = component.gate(GATE);
  const isAsked = changes.serverTLSBootstrap ?? String(valueIn(component.serverTLSBootstrap));
  const allowed = changes[GATE] ?? String(gate.state === 'unknown' || gate.value !== false);
  if (isAsked !== 'true' || allowed === 'true') return undefined;
  const origin = changes[GATE] === undefined && gate.state === 'set' ? gate.origin : undefined;
  const name = isAtLeast(release, '1.13') ? 'serverTLSBootstrap' : 'ServerTLSBootstrap';
  return {
    message: `invalid configuration: ${name} true requires feature gate RotateKubeletServerCertificate`,
    evidence: { setting: GATE, value: 'false', origin },
  };
}

function isKubelet(component: ComponentInView): component is KubeletInView {
  return component.component === 'kubelet';
}
