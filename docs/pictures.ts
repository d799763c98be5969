import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = 'media/walkthrough';
const wordsFile = 'docs/pictureWords.zh-cn.json';

/** Chinese by what is drawn in English. */
type Words = Readonly<Record<string, string>>;

/** A picture of the walkthrough in Chinese: where it is kept, and what it looks like. */
export interface TranslatedPicture {
  readonly path: string;
  readonly svg: string;
  /** Entries of the table of words that are drawn nowhere. */
  readonly unused: readonly string[];
}

/** Names that are the same in every language, and numbers. */
const names = /^(?:kubelet|kube-apiserver|kube-controller-|manager|worker-\d|CertificateSigningRequest|[^a-z]*)$/;

/** Returns the pictures of the walkthrough with Chinese words; everything else in them is that of the English ones. */
export function chinesePictures(): readonly TranslatedPicture[] {
  const words = JSON.parse(readFileSync(wordsFile, 'utf8')) as Readonly<Record<string, Words>>;
  return readdirSync(folder)
    .filter((name) => /^[\w-]+\.svg$/.test(name))
    .map((name) => {
      const picture = name.replace(/\.svg$/, '');
      const english = readFileSync(join(folder, name), 'utf8');
      return { path: join(folder, `${picture}.zh-cn.svg`), ...withWords(english, words[picture] ?? {}, picture) };
    });
}

/** Names in the font of code stay when there is no word for them. */
function withWords(english: string, words: Words, picture: string): Pick<TranslatedPicture, 'svg' | 'unused'> {
  const drawn = new Set<string>();
  const svg = english.replace(/<(title|text)([^>]*)>([^<]+)</g, (whole, tag: string, style: string, text: string) => {
    drawn.add(text);
    const word = words[text];
    if (word !== undefined) return `<${tag}${style}>${word}<`;
    if (names.test(text) || style.includes('--vscode-editor-font-family')) return whole;
    throw new Error(`${wordsFile} has no word for "${text}" in ${picture}`);
  });
  return { svg, unused: Object.keys(words).filter((text) => !drawn.has(text)) };
}
