/** Recordings that the simulation does not reproduce, each with the exact reason. A test demands that nothing else is here. */
export const reasons: Readonly<Record<string, string>> = {
  '09m-bootstrap-token-apiserver-reasons':
    'No kubelet: one token after another is shown. tokens.test.ts plays its cases.',
  '14b-flag-precedence':
    'No single run: each case is the start of one kubelet, kept without its events. precedence.test.ts plays its cases.',
};
