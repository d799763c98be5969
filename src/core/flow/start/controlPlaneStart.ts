import type { ComponentInView } from '../../cluster/cluster';
import type { World } from '../world';
import { startFailure, type StartFailure } from './startFailure';

/** What keeps components of the control plane from running; nothing for those that run. */
export interface ControlPlane {
  readonly apiServer: StartFailure | undefined;
  readonly controllerManager: StartFailure | undefined;
}

/**
 * Starts the control plane and reports what does not start. While the release is only assumed, flags that it does not know
 * are taken to belong to the release that the cluster really runs.
 */
export function startControlPlane(world: World): ControlPlane {
  const { cluster } = world;
  return {
    apiServer: start(world, cluster.apiServer),
    controllerManager: start(world, cluster.controllerManager),
  };
}

/** Returns why the kubelet does not start; undefined when it does, or when the release is only assumed. */
export function kubeletStartFailure(world: World): StartFailure | undefined {
  return failureOf(world, world.kubelet);
}

function start(world: World, component: ComponentInView | undefined): StartFailure | undefined {
  const failure = failureOf(world, component);
  if (failure === undefined || component === undefined || component.component === 'kubelet') return undefined;
  const { message, evidence } = failure;
  const actor = component.component;
  const details = { level: 'fatal' };
  world.recorder.report({ actor, kind: 'log', message, details, evidence: [evidence], step: 'kubelet-start' });
  world.recorder.report({ actor, kind: 'exit', details: { exitCode: 1 } });
  return failure;
}

function failureOf(world: World, component: ComponentInView | undefined): StartFailure | undefined {
  if (component === undefined) return undefined;
  const failure = startFailure(component, world.release, world.run.settings);
  if (failure === undefined || world.cluster.target.source !== 'default') return failure;
  world.recorder.assume(failure.evidence.setting, `known to the release that runs here, not ${world.release}`);
  return undefined;
}
