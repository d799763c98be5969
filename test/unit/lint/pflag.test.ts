import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { messageCatalogue } from '../../../src/core/lint/catalogue';
import { lint } from '../../../src/core/lint/lint';
import { rules } from '../../../src/core/lint/rules/index';
import { renderMessage } from '../../../src/core/messages/message';
import { kubernetes, read } from './reading';

const catalogue = messageCatalogue(rules);

/** What the rules about flags and gates find on a command line, hints left out. */
function findingsOn(command: string): readonly string[] {
  const { findings } = lint(read({ 'a.service': `[Service]\nExecStart=/usr/bin/${command}\n` }), {
    kubernetes,
    target: '1.20',
  });
  return findings
    .filter(({ rule, severity }) => /^(?:flag|feature-gate)-/.test(rule) && severity !== 'hint')
    .map((finding) => `${finding.rule}: ${renderMessage(finding.message, catalogue)}`);
}

/** Accepted, most of it recorded with 1.20.2, the rest read in pflag and strconv. */
const ACCEPTED = [
  'kubelet --rotate-certificates=1',
  'kubelet --rotate-certificates=t',
  'kubelet --rotate-certificates=T',
  'kubelet --rotate-certificates=True',
  'kubelet --rotate-certificates=TRUE',
  'kubelet --rotate-certificates=0 --fail-swap-on=F',
  'kubelet --rotate_certificates=true --cluster_dns=10.0.0.10',
  'kubelet --v 2',
  'kubelet -v 2',
  'kubelet -v=2',
  'kubelet -v2',
  'kubelet --help -h',
  'kubelet --version=raw',
  'kubelet --',
  'kubelet --max-pods=0x6e',
  'kubelet --max-pods=010',
  'kubelet --max-pods=+110',
  'kubelet --max-pods 110',
  'kubelet --sync-frequency=1h30m0.5s',
  'kubelet --sync-frequency=0',
  'kubelet --node-labels=a=b --node-labels=c=d,e=f',
  'kubelet --register-with-taints=a=b:NoSchedule --register-with-taints=c=d:NoExecute',
  'kubelet --cluster-dns=10.0.0.10 --cluster-dns=10.0.0.11',
  'kubelet --kube-reserved=cpu=1 --kube-reserved=memory=1Gi',
  'kubelet --feature-gates=',
  'kubelet --feature-gates=,CSIMigration=1,',
  'kubelet "--feature-gates=CSIMigration=true, AllAlpha=f"',
  'kubelet --feature-gates CSIMigration=true --feature-gates=AllBeta=false',
  'kubelet --hostname-override=""',
  'kubelet --hostname-override ""',
  'kubelet --hostname-override=-node',
  'kube-controller-manager --cluster-signing-duration=-1h',
  'kube-controller-manager --controllers=* --controllers=tokencleaner',
  'kube-apiserver --service-account-key-file=/a --service-account-key-file=/b',
  'kube-apiserver --authorization-mode=Node --authorization-mode=RBAC',
];

/** Refused, with the rule and a part of what it says. */
const REFUSED: readonly (readonly [command: string, rule: string, text: string])[] = [
  ['kubelet --rotate-certificates=', 'flag-malformed', 'strconv.ParseBool: parsing "": invalid syntax'],
  ['kubelet --rotate-certificates=yes', 'flag-malformed', 'strconv.ParseBool: parsing "yes": invalid syntax'],
  ['kubelet --rotate-certificates=tRUE', 'flag-malformed', 'strconv.ParseBool: parsing "tRUE": invalid syntax'],
  ['kubelet --rotate-certificates true', 'flag-malformed', 'unknown command'],
  ['kubelet --version 1.20', 'flag-malformed', 'unknown command'],
  ['kubelet --kubeconfig /a b', 'flag-malformed', 'unknown command'],
  ['kubelet -- --v=2', 'flag-malformed', 'unknown command'],
  ['kubelet -', 'flag-malformed', 'unknown command'],
  ['kubelet -rotate-certificates', 'flag-malformed', `unknown shorthand flag: 'r' in -rotate-certificates`],
  ['kubelet -logtostderr=true', 'flag-malformed', `unknown shorthand flag: 'l' in -logtostderr`],
  ['kubelet ---v=2', 'flag-malformed', 'two dashes'],
  ['kubelet --=2', 'flag-malformed', 'two dashes'],
  ['kubelet -v', 'flag-malformed', '--v needs a value'],
  ['kubelet --tls-min-version', 'flag-malformed', '--tls-min-version needs a value'],
  ['kubelet --max-pods=08', 'flag-malformed', 'a whole number'],
  ['kubelet --max-pods=1.5', 'flag-malformed', 'a whole number'],
  ['kubelet --max-pods=1__0', 'flag-malformed', 'a whole number'],
  ['kubelet --sync-frequency=60', 'flag-malformed', 'time: missing unit in duration "60"'],
  ['kubelet --sync-frequency=1d', 'flag-malformed', 'time: unknown unit "d" in duration "1d"'],
  ['kubelet --rotate-cert', 'flag-unknown', 'unknown flag: --rotate-cert'],
  ['kubelet --Rotate-Certificates', 'flag-unknown', 'did you mean --rotate-certificates'],
  ['kubelet --rotateCertificates', 'flag-unknown', 'did you mean --rotate-certificates'],
  ['kubelet --serverTLSBootstrap', 'flag-unknown', 'did you mean --rotate-server-certificates'],
  ['kubelet --no-rotate-certificates', 'flag-unknown', 'unknown flag: --no-rotate-certificates'],
  ['kubelet --cluster-signing-duration=1h', 'flag-unknown', 'a flag of kube-controller-manager'],
  ['kubelet --cgroup-driver=a --cgroup-driver b', 'flag-repeated', 'takes the last one'],
  ['kubelet --v=2 -v 3', 'flag-repeated', 'takes the last one'],
  ['kubelet --feature-gates=AllBeta=true,AllBeta=false', 'flag-repeated', 'This AllBeta has no effect'],
  ['kubelet --feature-gates=AllBeta:true', 'feature-gate-malformed', 'malformed pair, expect string=bool'],
  ['kube-apiserver --feature-gates=AllBeta', 'feature-gate-malformed', 'missing bool value for AllBeta'],
];

describe('command lines as pflag reads them', () => {
  for (const command of ACCEPTED) {
    it(`${command}: nothing`, () => {
      assert.deepEqual(findingsOn(command), []);
    });
  }
  for (const [command, rule, text] of REFUSED) {
    it(`${command}: ${rule}`, () => {
      const found = findingsOn(command);
      assert.equal(found.length, 1, found.join('\n'));
      assert.ok(found[0]?.startsWith(`${rule}: `) && found[0].includes(text), found[0]);
    });
  }
});
