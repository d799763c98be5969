import * as vscode from 'vscode';
import { explainTexts } from '../core/explain/texts';
import { flowCatalogue } from '../core/flow/catalogue';
import { kubernetesData } from '../core/kubernetes/kubernetesData';
import { labMessages } from '../core/lab/messages/en';
import { messageCatalogue } from '../core/lint/catalogue';
import { rules } from '../core/lint/rules/index';
import type { Language } from '../core/messages/language';
import { renderMessage, type Catalogue, type Message, type Params } from '../core/messages/message';
import { overviewTexts } from '../core/overview/texts';
import { playerTexts } from '../core/protocol/playerTexts';
import { reportTexts } from '../core/report/texts';
import { hostTexts, type HostTextId } from './hostTexts';
import { SECTION } from './section';
import { readersLanguage } from './settings';

const english: Catalogue = {
  ...messageCatalogue(rules),
  ...flowCatalogue,
  ...explainTexts,
  ...kubernetesData.purposes,
  ...playerTexts,
  ...labMessages,
  ...overviewTexts,
  ...reportTexts,
  ...hostTexts,
};

let translated: Catalogue = {};

const changes = new vscode.EventEmitter<void>();

/** Fires when texts are in another language than before. */
export const onDidChangeTexts = changes.event;

/** Keeps texts in the reader's language; settles when those of today are there. English stands in for what is missing. */
export async function followLanguage({ extensionUri, subscriptions }: vscode.ExtensionContext): Promise<void> {
  subscriptions.push(
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(`${SECTION}.language`)) void loadTexts(extensionUri);
    }),
  );
  await loadTexts(extensionUri);
}

async function loadTexts(extensionUri: vscode.Uri): Promise<void> {
  const language = readersLanguage();
  const loaded = language === 'en' ? {} : await readCatalogue(extensionUri, language);
  if (language !== readersLanguage()) return;
  translated = loaded;
  changes.fire();
}

async function readCatalogue(extensionUri: vscode.Uri, language: Language): Promise<Catalogue> {
  const file = vscode.Uri.joinPath(extensionUri, 'media', 'l10n', `${language}.json`);
  const text = await vscode.workspace.decode(await vscode.workspace.fs.readFile(file), { encoding: 'utf8' });
  return JSON.parse(text) as Catalogue;
}

/** Returns the text of a message in the reader's language. */
export function textOf(message: Message): string {
  return renderMessage(message, Object.hasOwn(translated, message.id) ? translated : english);
}

/** Returns one of the host's own texts in the reader's language. */
export function hostText(id: HostTextId, params: Params = {}): string {
  return textOf({ id, params });
}

/** Returns every text in the reader's language, placeholders unfilled. */
export function wholeCatalogue(): Catalogue {
  return { ...english, ...translated };
}

/** Returns all texts that the player shows, in the reader's language, placeholders unfilled. */
export function playerCatalogue(): Catalogue {
  const ids = [...Object.keys(flowCatalogue), ...Object.keys(playerTexts), 'host.ownFiles'];
  return Object.fromEntries(ids.map((id) => [id, translated[id] ?? english[id] ?? id]));
}
