/** The languages that texts exist in; the names are those of VS Code. */
export type Language = 'en' | 'zh-cn';

/**
 * Returns the language of texts for a language tag (`zh-cn`, `zh-Hans`) or a POSIX locale (`zh_CN.UTF-8`); English for
 * every other one, traditional Chinese among them.
 */
export function languageOf(tag: string): Language {
  const [name = ''] = tag.toLowerCase().split(/[.@]/);
  const parts = name.split(/[-_]/);
  if (parts[0] !== 'zh') return 'en';
  const traditional = ['hant', 'tw', 'hk', 'mo'];
  return parts.some((part) => traditional.includes(part)) ? 'en' : 'zh-cn';
}
