import { RBAC, REQUESTS, bind, group, type Repair, type Repairs } from './repair';

const tenYears = (path: string, flag: string): Repair => ({
  name: 'ten-year certificates in place of rotation',
  changes: [{ path, from: '--service-account-private', to: `${flag}=87600h \\\n  --service-account-private` }],
});

/** By id of the exercise. */
export const rotationRepairs: Readonly<Record<string, Repairs>> = {
  'one-year-bomb': {
    hinted: {
      name: 'the flag',
      changes: [
        { path: 'kubelet', from: '    --feature-gates', to: '    --rotate-certificates \\\n    --feature-gates' },
      ],
    },
    others: [
      {
        name: 'the flag in the unit, without the gate',
        changes: [
          { path: 'kubelet.service', from: '$KUBELET_ARGS', to: '$KUBELET_ARGS --rotate-certificates=true' },
          { path: 'kubelet', from: '--feature-gates=RotateKubeletClientCertificate=true \\\n    ', to: '' },
        ],
      },
    ],
    tempting: [
      {
        name: 'ten-year certificates in place of rotation',
        changes: [{ path: 'kube-controller-manager.service', from: '8760h', to: '87600h' }],
      },
      {
        name: 'the gate in kube-controller-manager',
        changes: [
          {
            path: 'kube-controller-manager.service',
            from: '8760h',
            to: '8760h \\\n  --feature-gates=RotateKubeletClientCertificate=true',
          },
        ],
      },
    ],
  },
  'renewal-approval': {
    hinted: { name: 'the built-in role', changes: [bind(`${REQUESTS}:selfnodeclient`, group('system:nodes'))] },
    others: [
      {
        name: 'a role by hand',
        changes: [
          {
            path: RBAC,
            more: `---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: {name: may-renew}
rules:
- apiGroups: [certificates.k8s.io]
  resources: [certificatesigningrequests/selfnodeclient]
  verbs: [create]
`,
          },
          bind('may-renew', group('system:nodes')),
        ],
      },
    ],
    tempting: [
      tenYears('kube-controller-manager.service', '--cluster-signing-duration'),
      { name: 'for the tokens', changes: [bind(`${REQUESTS}:selfnodeclient`, group('system:bootstrappers'))] },
      {
        name: 'without rotation',
        changes: [{ path: 'kubelet-config.yaml', from: 'rotateCertificates: true', to: 'rotateCertificates: false' }],
      },
    ],
  },
  'ten-minute-certificates': {
    hinted: { name: 'a year', changes: [{ path: 'kube-controller-manager.service', from: '10m0s', to: '8760h' }] },
    others: [
      {
        name: 'the default',
        changes: [
          {
            path: 'kube-controller-manager.service',
            from: ' \\\n  --experimental-cluster-signing-duration=10m0s',
            to: '',
          },
        ],
      },
      { name: 'ninety days', changes: [{ path: 'kube-controller-manager.service', from: '10m0s', to: '2160h' }] },
    ],
    tempting: [
      { name: 'ten years', changes: [{ path: 'kube-controller-manager.service', from: '10m0s', to: '87600h' }] },
      {
        name: 'a year, and no rotation',
        changes: [
          { path: 'kube-controller-manager.service', from: '10m0s', to: '8760h' },
          { path: 'kubelet', from: '    --rotate-certificates \\\n', to: '' },
        ],
      },
    ],
  },
  'rotation-1.7': {
    hinted: {
      name: 'the gate',
      changes: [
        {
          path: 'kubelet',
          from: '    --require-kubeconfig',
          to: '    --feature-gates=RotateKubeletClientCertificate=true \\\n    --require-kubeconfig',
        },
      ],
    },
    others: [
      {
        name: 'the gate in the unit',
        changes: [
          {
            path: 'kubelet.service',
            from: '$KUBELET_ARGS',
            to: '$KUBELET_ARGS --feature-gates=RotateKubeletClientCertificate=true',
          },
        ],
      },
    ],
    tempting: [
      {
        name: 'the flag of 1.8',
        changes: [{ path: 'kubelet', from: '    --require', to: '    --rotate-certificates \\\n    --require' }],
      },
      {
        name: 'ten-year certificates in place of rotation',
        changes: [{ path: 'kube-controller-manager.service', from: '8760h', to: '87600h' }],
      },
      {
        name: 'the gate for the other certificate',
        changes: [
          {
            path: 'kubelet',
            from: '    --require',
            to: '    --feature-gates=RotateKubeletServerCertificate=true \\\n    --require',
          },
        ],
      },
    ],
  },
};
