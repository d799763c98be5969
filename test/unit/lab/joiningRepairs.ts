import { RBAC, REQUESTS, bind, everything, group, user, type Repairs } from './repair';

const KUBELET_CSR_ROLE = `---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: may-ask
rules:
- apiGroups: [certificates.k8s.io]
  resources: [certificatesigningrequests]
  verbs: [create, get, list, watch]
`;

/** By id of the exercise. */
export const joiningRepairs: Readonly<Record<string, Repairs>> = {
  'csr-permission': {
    hinted: { name: 'the built-in role', changes: [bind('system:node-bootstrapper', group('system:bootstrappers'))] },
    others: [
      {
        name: 'a role by hand for the one user',
        changes: [{ path: RBAC, more: KUBELET_CSR_ROLE }, bind('may-ask', user('system:bootstrap:07401b'))],
      },
      {
        name: 'a kubectl command in a script',
        changes: [
          {
            path: 'bindings.sh',
            text: 'kubectl create clusterrolebinding ask --clusterrole=system:node-bootstrapper --group=system:bootstrappers\n',
          },
        ],
      },
    ],
    tempting: [
      everything('cluster-admin'),
      {
        name: 'cluster-admin, with the finding silenced',
        changes: [
          bind('cluster-admin', group('system:bootstrappers')),
          { path: RBAC, more: '# tls-bootstrap-disable\n' },
        ],
      },
      {
        name: 'no authorization at all',
        changes: [{ path: 'kube-apiserver.service', from: 'Node,RBAC', to: 'AlwaysAllow' }],
      },
    ],
  },
  'wrong-subject': {
    hinted: {
      name: 'the group',
      changes: [
        {
          path: RBAC,
          from: '- kind: User\n  name: kubelet-bootstrap',
          to: '- kind: Group\n  name: system:bootstrappers',
        },
      ],
    },
    others: [
      {
        name: 'the user of this token',
        changes: [
          { path: RBAC, from: 'name: kubelet-bootstrap\n  apiGroup', to: 'name: system:bootstrap:07401b\n  apiGroup' },
        ],
      },
      { name: 'a second binding', changes: [bind('system:node-bootstrapper', group('system:bootstrappers'))] },
    ],
    tempting: [
      everything('cluster-admin'),
      { name: 'the name of the Secret', changes: [bind('system:node-bootstrapper', user('bootstrap-token-07401b'))] },
    ],
  },
  'token-refused': {
    hinted: {
      name: 'the flag',
      changes: [
        {
          path: 'kube-apiserver.service',
          from: '  --service-cluster-ip-range',
          to: '  --enable-bootstrap-token-auth \\\n  --service-cluster-ip-range',
        },
      ],
    },
    others: [
      {
        name: 'a token file',
        changes: [
          {
            path: 'kube-apiserver.service',
            from: '  --service-cluster-ip-range',
            to: '  --token-auth-file=/etc/kubernetes/token.csv \\\n  --service-cluster-ip-range',
          },
          { path: 'token.csv', text: '07401b.f395accd246ae52d,node-21,10001,"system:bootstrappers"\n' },
        ],
      },
    ],
    tempting: [
      everything('cluster-admin'),
      { name: 'letting everybody ask', changes: [bind('system:node-bootstrapper', group('system:unauthenticated'))] },
    ],
  },
  'first-approval': {
    hinted: { name: 'the built-in role', changes: [bind(`${REQUESTS}:nodeclient`, group('system:bootstrappers'))] },
    others: [{ name: 'for the one user', changes: [bind(`${REQUESTS}:nodeclient`, user('system:bootstrap:07401b'))] }],
    tempting: [
      everything('cluster-admin'),
      { name: 'the role for renewals', changes: [bind(`${REQUESTS}:selfnodeclient`, group('system:bootstrappers'))] },
    ],
  },
  'never-issued': {
    hinted: {
      name: 'without the exception',
      changes: [{ path: 'kube-controller-manager.yaml', from: ',-csrsigning', to: '' }],
    },
    others: [
      {
        name: 'named instead of left out',
        changes: [{ path: 'kube-controller-manager.yaml', from: ',-csrsigning', to: ',csrsigning' }],
      },
      {
        name: 'named before the exception, which decides nothing then',
        changes: [{ path: 'kube-controller-manager.yaml', from: '*,', to: 'csrsigning,*,' }],
      },
      {
        name: 'no list at all',
        changes: [
          {
            path: 'kube-controller-manager.yaml',
            from: '    - --controllers=*,bootstrapsigner,tokencleaner,-csrsigning\n',
            to: '',
          },
        ],
      },
    ],
    tempting: [
      {
        name: 'the other controller',
        changes: [{ path: 'kube-controller-manager.yaml', from: '*,', to: '*,csrapproving,' }],
      },
      {
        name: 'named behind the exception, which comes first and decides',
        changes: [{ path: 'kube-controller-manager.yaml', from: ',-csrsigning', to: ',-csrsigning,csrsigning' }],
      },
    ],
  },
};
