import * as vscode from 'vscode';
import { explainTexts } from '../core/explain/texts';
import { flowCatalogue } from '../core/flow/catalogue';
import { kubernetesData } from '../core/kubernetes/kubernetesData';
import { messageCatalogue } from '../core/lint/catalogue';
import { rules } from '../core/lint/rules/index';
import { renderMessage, type Catalogue, type Message } from '../core/messages/message';
import { playerTexts } from '../core/protocol/playerTexts';
import { hostTexts, type HostTextId } from './hostTexts';
import { windowSettings } from './settings';

const english: Catalogue = {
  ...messageCatalogue(rules),
  ...flowCatalogue,
  ...explainTexts,
  ...kubernetesData.purposes,
  ...playerTexts,
  ...hostTexts,
};

/** Returns the text of a message in the reader's language. */
export function textOf(message: Message): string {
  return renderMessage(message, inReadersLanguage(message.id));
}

/** Returns one of the host's own texts in the reader's language. */
export function hostText(id: HostTextId, params: Readonly<Record<string, string>> = {}): string {
  return textOf({ id, params });
}

/** Returns all texts that the player shows, in the reader's language, placeholders unfilled. */
export function playerCatalogue(): Catalogue {
  const ids = [...Object.keys(flowCatalogue), ...Object.keys(playerTexts), 'host.ownFiles'];
  return Object.assign({}, ...ids.map(inReadersLanguage)) as Catalogue;
}

function inReadersLanguage(id: string): Catalogue {
  const text = english[id];
  if (text === undefined) return {};
  return { [id]: windowSettings().language === 'en' ? text : vscode.l10n.t(text) };
}
