/** Recordings that the simulation does not reproduce, each with the exact reason. A test demands that nothing else is here. */
export const reasons: Readonly<Record<string, string>> = {
  '05b-rotation-lifetime-below-reload-interval':
    'The client that sends requests keeps an open connection, and with it the certificate it was opened with, for up to five minutes. That matters only for lives shorter than that and is not simulated.',
  '07d-serving-certificate-expires':
    'As 05b: at 186.1 s the request client still uses the connection of a certificate that has expired, and its first attempt fails with "use of closed network connection".',
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
