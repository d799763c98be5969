import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cliTexts } from '../src/cli/cliTexts';
import { explainTexts } from '../src/core/explain/texts';
import { flowCatalogue } from '../src/core/flow/catalogue';
import { kubernetesData } from '../src/core/kubernetes/kubernetesData';
import { labMessages } from '../src/core/lab/messages/en';
import { messageCatalogue } from '../src/core/lint/catalogue';
import { rules } from '../src/core/lint/rules/index';
import type { Catalogue } from '../src/core/messages/message';
import { overviewTexts } from '../src/core/overview/texts';
import { playerTexts } from '../src/core/protocol/playerTexts';
import { reportTexts } from '../src/core/report/texts';
import { hostTexts } from '../src/host/hostTexts';

const ruleFolder = 'src/core/lint/rules';

/** English texts and the file that stands beside them in another language. */
interface Source {
  readonly english: Catalogue;
  readonly translation: string;
}

const rooms: readonly Source[] = [
  { english: flowCatalogue, translation: 'src/core/flow/messages/zh-cn.json' },
  { english: explainTexts, translation: 'src/core/explain/zh-cn.json' },
  { english: kubernetesData.purposes, translation: 'data/purposes.zh-cn.json' },
  { english: playerTexts, translation: 'src/core/protocol/zh-cn.json' },
  { english: labMessages, translation: 'src/core/lab/messages/zh-cn.json' },
  { english: overviewTexts, translation: 'src/core/overview/zh-cn.json' },
  { english: reportTexts, translation: 'src/core/report/zh-cn.json' },
  { english: hostTexts, translation: 'src/host/zh-cn.json' },
  { english: cliTexts, translation: 'src/cli/zh-cn.json' },
];

/** Returns every English text that a person reads, under its id. */
export function englishTexts(): Catalogue {
  return Object.assign({}, messageCatalogue(rules), ...rooms.map(({ english }) => english)) as Catalogue;
}

/** Returns the Chinese texts under the same ids, as far as they are written; a rule's stand in its folder. */
export function chineseTexts(): Catalogue {
  const ofRules = rules.flatMap(({ id }) =>
    Object.entries(textsIn(join(ruleFolder, id, 'zh-cn.json'))).map(([key, text]) => [`${id}.${key}`, text] as const),
  );
  return Object.assign(
    Object.fromEntries(ofRules),
    ...rooms.map(({ translation }) => textsIn(translation)),
  ) as Catalogue;
}

function textsIn(path: string): Catalogue {
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Catalogue) : {};
}
