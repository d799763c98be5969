/** Recordings that the simulation does not reproduce, each with the exact reason. A test demands that nothing else is here. */
export const reasons: Readonly<Record<string, string>> = {
  '09l-tokencleaner': 'No kubelet: tokencleaner deletes expired Secrets. It is not simulated.',
  '09m-bootstrap-token-apiserver-reasons':
    'No kubelet: one token after another is shown. tokens.test.ts plays its cases.',
  '14b-flag-precedence':
    'No single run: each case is the start of one kubelet, kept without its events. precedence.test.ts plays its cases.',
  '17-csrcleaner':
    'No kubelet: requests with prepared times, and deletions that were refused for the lack of service account credentials.',
  '18-two-kubelets-same-name': 'Two kubelets at once; one is simulated.',
  '19-node-authorizer-and-noderestriction':
    'Requests made by hand with a node certificate and with the token; only kubelets make requests in the simulation.',
};
