import { joiningRepairs } from './joiningRepairs';
import { laterRepairs } from './laterRepairs';
import type { Repairs } from './repair';
import { rotationRepairs } from './rotationRepairs';

/** What readers may do about each exercise, by its id. */
export const repairs: Readonly<Record<string, Repairs>> = { ...joiningRepairs, ...rotationRepairs, ...laterRepairs };
