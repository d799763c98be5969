/** The longest wait between two attempts to register, in seconds. */
const LONGEST_WAIT = 7;

/**
 * Returns the first attempt to register the node at or after `now`: the kubelet doubles its wait from 0.2 s on, up to 7 s
 * (recorded on 1.20).
 */
export function nextRegistration(firstAttempt: number, now: number): number {
  let attempt = firstAttempt;
  for (let wait = 0.2; attempt < now; wait *= 2) {
    if (wait > LONGEST_WAIT) return attempt + Math.ceil((now - attempt) / LONGEST_WAIT) * LONGEST_WAIT;
    attempt += wait;
  }
  return attempt;
}
