import { Answers } from './answers';
import { apiVersionLife, apiVersionsOf, isListed, type ApiVersionLife } from './apiVersions';
import { createBuiltinRbac, type BuiltinRbac } from './builtinRbac';
import { createConfigFields, type ConfigFields } from './configFields';
import type {
  ApiVersionsData,
  ConfigFieldsData,
  FlagComponent,
  FlagsData,
  GatesData,
  KubeadmData,
  PurposesData,
  RbacData,
  ReleaseData,
  SignerData,
} from './data';
import { flagLife, ownFlag, type FlagLife } from './flagLife';
import { gateLife, gateStages, nearestGate, type GateLife, type GateStageLife } from './gateLife';
import { createKubeadmFields, type KubeadmFields } from './kubeadmFields';
import { nearestFlag } from './nearestFlag';
import type { Release } from './release';
import { createReleases, type Releases } from './releases';
import { signerAt, signersAt } from './signers';

/** The generated files, however the host has loaded them. */
export interface KubernetesData {
  readonly releases: readonly ReleaseData[];
  readonly flags: FlagsData;
  readonly gates: GatesData;
  readonly fields: ConfigFieldsData;
  readonly kubeadm: KubeadmData;
  readonly apiVersions: ApiVersionsData;
  readonly purposes: PurposesData;
  readonly rbac: RbacData;
}

/** What is known of Kubernetes, release by release. Every look-up is pure and cheap. */
export interface Kubernetes {
  readonly releases: Releases;
  /** See `flagLife`. */
  readonly flag: (component: FlagComponent, name: string, release: Release) => FlagLife;
  /** See `nearestFlag`. */
  readonly nearestFlag: (component: FlagComponent, name: string, release: Release) => string | undefined;
  /** See `gateLife`. */
  readonly gate: (name: string, release: Release) => GateLife;
  /** See `gateStages`. */
  readonly gateStages: (name: string) => readonly GateStageLife[];
  /** See `nearestGate`. */
  readonly nearestGate: (name: string, release: Release) => string | undefined;
  readonly configFields: ConfigFields;
  readonly kubeadmFields: KubeadmFields;
  /** See `apiVersionLife`. */
  readonly apiVersion: (apiVersion: string, kind: string, release: Release) => ApiVersionLife;
  /** See `apiVersionsOf`. */
  readonly apiVersionsOf: (kind: string, release: Release) => readonly string[];
  readonly rbac: BuiltinRbac;
  readonly purposes: PurposesData;
  /** See `signersAt`. */
  readonly signers: (release: Release) => readonly SignerData[];
  /** See `signerAt`. */
  readonly signer: (name: string, release: Release) => SignerData | undefined;
}

/** The look-ups over the data; the data is read where it lies, nothing is copied but the answers about its names. */
export function createKubernetes(data: KubernetesData): Kubernetes {
  const releases = createReleases(data.releases);
  return {
    releases,
    flag: createFlagLookUp(data.flags, releases),
    nearestFlag: (component, name, release) => nearestFlag(data.flags, releases, component, name, release),
    gate: (name, release) => gateLife(data.gates, releases, name, release),
    gateStages: (name) => gateStages(data.gates, name),
    nearestGate: (name, release) => nearestGate(data.gates, releases, name, release),
    configFields: createConfigFields(data.fields, releases),
    kubeadmFields: createKubeadmFields(data.kubeadm, releases),
    apiVersion: createApiVersionLookUp(data.apiVersions),
    apiVersionsOf: (kind, release) => apiVersionsOf(data.apiVersions, kind, release),
    rbac: createBuiltinRbac(data.rbac, releases),
    purposes: data.purposes,
    signers: (release) => signersAt(data.rbac.signers, release),
    signer: (name, release) => signerAt(data.rbac.signers, name, release),
  };
}

function createFlagLookUp(flags: FlagsData, releases: Releases): Kubernetes['flag'] {
  const answers = {
    kubelet: new Answers<FlagLife>(),
    'kube-controller-manager': new Answers<FlagLife>(),
    'kube-apiserver': new Answers<FlagLife>(),
  };
  return (component, name, release) => {
    const find = (): FlagLife => flagLife(flags, releases, component, name, release);
    return ownFlag(flags, component, name) ? answers[component].get(release, name, find) : find();
  };
}

function createApiVersionLookUp(data: ApiVersionsData): Kubernetes['apiVersion'] {
  const answers = new Answers<ApiVersionLife>();
  return (apiVersion, kind, release) => {
    const find = (): ApiVersionLife => apiVersionLife(data, apiVersion, kind, release);
    return isListed(data, apiVersion, kind) ? answers.get(release, `${apiVersion} ${kind}`, find) : find();
  };
}
