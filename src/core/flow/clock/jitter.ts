/** Returns where in its life the nth certificate of a purpose is renewed. */
export type Jitter = (purpose: 'client' | 'serving', count: number) => number;

/**
 * Returns the kubelet's draws from a seed: NotBefore + L * (1 + 0.2 * u) - 0.3 * L for a life of L and u in [0, 1), which is
 * from 70 % of the life on and before 90 % of it (rot.deadline).
 */
export function jitterOf(seed: number): Jitter {
  return (purpose, count) => 0.7 + 0.2 * fraction(seed, purpose === 'client' ? 2 * count : 2 * count + 1);
}

/** A number in [0, 1) that looks random: the same for the same pair. */
function fraction(seed: number, index: number): number {
  let state = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(index, 0xc2b2ae35);
  state = Math.imul(state ^ (state >>> 16), 0x7feb352d);
  state = Math.imul(state ^ (state >>> 15), 0x846ca68b);
  return ((state ^ (state >>> 16)) >>> 0) / 2 ** 32;
}
