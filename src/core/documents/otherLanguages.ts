const OTHER_LANGUAGES =
  /\.(?:md|markdown|mdx|rst|adoc|html?|xml|json|ya?ml|toml|py|go|js|mjs|ts|rb|java|c|h|cpp|rs|tf|hcl|ps1|bat|cmd|log|css|svg|sh|bash|zsh)(?:\.(?:j2|tpl|tmpl|erb))?$/i;

const PROSE = /\.(?:md|markdown|mdx|rst|adoc|asciidoc|org|textile|html?)(?:\.(?:j2|tpl|tmpl|erb))?$/i;

/** Returns whether a file is prose by its name: what it quotes is an example, whole files as well. */
export function isProse(path: string): boolean {
  return PROSE.test(path);
}

/** Returns whether a file is of a language that may quote units or assignments without being one: prose, YAML, a script. */
export function isOtherLanguage(path: string, text: string, start: number): boolean {
  return OTHER_LANGUAGES.test(path) || text.startsWith('#!', start);
}
