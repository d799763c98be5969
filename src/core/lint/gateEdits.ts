import type { ComponentInView, KubeletInView } from '../cluster/cluster';
import type { WrittenGate } from '../cluster/writtenGate';
import type { Kubernetes } from '../kubernetes/kubernetes';
import type { Release } from '../kubernetes/release';
import type { TextEdit } from '../text/edit';
import { commandLineToExtend } from './commandLineToExtend';

type Edits = readonly TextEdit[] | undefined;

/** Returns the edits that give a written gate the value true, or undefined when its place cannot be edited. */
export function switchGateOn(gate: WrittenGate): Edits {
  const { place, path, name, valueRange: range } = gate;
  if (place.type === 'configuration') return place.document.editor.set(['featureGates', name], 'true');
  return place.entries && range.start < range.end ? [{ path, range, newText: 'true' }] : undefined;
}

/** Returns the edits that give a gate another name, or undefined when its place cannot be edited. */
export function renameGate({ path, nameRange }: WrittenGate, newName: string): Edits {
  return nameRange && [{ path, range: nameRange, newText: newName }];
}

/** Returns the edits that take a gate out of its list, and the flag with its list when it was the only one. */
export function removeGate({ place, path, name, range }: WrittenGate): Edits {
  if (place.type === 'configuration') return place.document.editor.remove(['featureGates', name]);
  const { entries } = place;
  if (!entries) return undefined;
  const index = entries.findIndex(({ start }) => start === range.start);
  const next = entries[index + 1];
  const previous = entries[index - 1];
  if (next) return [{ path, range: { start: range.start, end: next.start }, newText: '' }];
  if (previous) return [{ path, range: { start: previous.end, end: range.end }, newText: '' }];
  return place.line.editor.remove(place.flag);
}

/** Returns the edits that switch on a gate nobody wrote: in the last list of gates, else in the configuration, else as a flag. */
export function addGate(component: ComponentInView, name: string): Edits {
  const last = component.flags('feature-gates').at(-1);
  if (last) return extendList(component, last.path, name);
  const line = commandLineToExtend(component);
  return line?.value.editor.add(`--feature-gates=${name}=true`);
}

/** As `addGate`, in the configuration of a kubelet where this release reads gates from it and no flag lists any. */
export function addKubeletGate(
  kubelet: KubeletInView,
  name: string,
  { kubernetes, release }: { readonly kubernetes: Kubernetes; readonly release: Release },
): Edits {
  const document = kubelet.configuration?.value;
  const field = document && kubernetes.configFields.field(document.apiVersion, ['featureGates'], release);
  if (document && field?.state === 'known' && kubelet.flags('feature-gates').length === 0) {
    return document.editor.set(['featureGates', name], 'true');
  }
  return addGate(kubelet, name);
}

function extendList(component: ComponentInView, path: string, name: string): Edits {
  const last = component.flags('feature-gates').at(-1)?.value;
  if (!last?.valueRange) return undefined;
  const written = component.gates.findLast(({ place }) => place.type === 'flag' && place.flag === last);
  if (written?.place.type === 'flag' && !written.place.entries) return undefined;
  const end = written?.range.end ?? last.valueRange.end;
  const newText = last.value === '' ? `${name}=true` : `,${name}=true`;
  return [{ path, range: { start: end, end }, newText }];
}
