import { readFile } from 'node:fs/promises';
import { languageOf, type Language } from '../core/messages/language';
import type { Catalogue } from '../core/messages/message';
import { readerOf, type Reader } from './reader';

type Environment = Readonly<Record<string, string | undefined>>;

/** Returns the language that the locale of an environment asks for, by the first of its variables that is not empty. */
export function languageIn({ LC_ALL, LC_MESSAGES, LANG }: Environment): Language {
  const locale = [LC_ALL, LC_MESSAGES, LANG].find((value) => value !== undefined && value !== '');
  return languageOf(locale ?? '');
}

/** Returns who reads by the locale of an environment. Texts that cannot be read are in English; those of English need no reading. */
export async function environmentReader(environment: Environment): Promise<Reader> {
  const language = languageIn(environment);
  if (language === 'en') return readerOf('en', {});
  const translation = await readTranslation(language);
  return translation === undefined ? readerOf('en', {}) : readerOf(language, translation);
}

/** The package has its texts beside `dist`, the sources two folders up. */
const packageFolder = new URL(import.meta.url.endsWith('.ts') ? '../../' : '../', import.meta.url);

async function readTranslation(language: Language): Promise<Catalogue | undefined> {
  try {
    return JSON.parse(await readFile(new URL(`media/l10n/${language}.json`, packageFolder), 'utf8')) as Catalogue;
  } catch {
    return undefined;
  }
}
