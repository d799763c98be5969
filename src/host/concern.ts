import { isDropInFolder } from './clusterPath';

/** Texts beyond this many characters are left alone: no file that configures a node comes near it. */
export const MAX_CHARACTERS = 2_000_000;

/** Endings of names under which settings are written; a name without any dot is one as well (`/etc/default/kubelet`). */
const NAMES =
  /^[^.]+$|\.(?:ya?ml|json|env|conf|config|service|cfg|ini|properties|sh|bash|default|sysconfig|kubeconfig|csv|ign|bu|tpl|tmpl|j2|erb)$/i;

/** A word that every file which concerns us has somewhere: a program, its variable, an API group, a kind. */
const WORDS =
  /kubelet|kube[-_](?:controller|api)|kubeadm|hyperkube|clusterrole|certificate[ \t]+approve|(?:rbac\.authorization|certificates)\.k8s\.io|componentconfig/i;

/** What stands in the Secret of a bootstrap token, in a kubeconfig, and in a script that makes one. */
const CREDENTIALS =
  /bootstrap\.kubernetes\.io\/token|\b(?:bootstrap-token-|token-secret\b|set-credentials\b)|\bcontexts?["']?[ \t]*:|\bkind["']?[ \t]*:[ \t]*["']?Config\b/;

/** Rows of a token file hold none of the words. */
const TOKEN_FILE = /\.csv$/i;

/** Returns whether settings may be written in a file of this name. */
export function isNamedLikeSettings(name: string): boolean {
  return NAMES.test(name);
}

/**
 * Returns whether the file at this path may concern us at all. Costs two passes over the text; the file kinds decide
 * afterwards.
 */
export function mayConcernUs(path: string, text: string): boolean {
  if (text.length > MAX_CHARACTERS || text.includes('\0')) return false;
  const name = tellingName(path);
  return WORDS.test(name) || TOKEN_FILE.test(name) || WORDS.test(text) || CREDENTIALS.test(text);
}

/** A drop-in may hold nothing but a variable: the folder says whose it is. */
function tellingName(path: string): string {
  const [folder = '', name = ''] = path.split('/').slice(-2);
  return name !== '' && !isDropInFolder(folder) ? name : `${folder}/${name}`;
}
