import { asciiBytes, encodeBase64 } from '../base64';
import type { YamlEditor } from '../yaml/yamlEditor';
import { scalarText } from '../yaml/layout';
import { valueOf, type YamlMapping } from '../yaml/node';
import type { BootstrapTokenDocument, SecretKey } from './bootstrapTokenDocument';

/** Returns the editing half of a bootstrap-token Secret. */
export function secretKeyEdits(
  editor: YamlEditor,
  root: YamlMapping,
  keys: ReadonlyMap<string, Pick<SecretKey<unknown>, 'field'>>,
): Pick<BootstrapTokenDocument, 'setKey' | 'removeKey'> {
  const usual = valueOf(root, 'data')?.kind === 'mapping' && !valueOf(root, 'stringData') ? 'data' : 'stringData';
  return {
    setKey(key, text) {
      const field = keys.get(key)?.field ?? usual;
      const written = field === 'data' ? encoded(text) : text;
      return written === undefined ? undefined : editor.set([field, key], scalarText(written));
    },
    removeKey(key) {
      const field = keys.get(key)?.field;
      return field && editor.remove([field, key]);
    },
  };
}

function encoded(text: string): string | undefined {
  const bytes = asciiBytes(text);
  return bytes && encodeBase64(bytes);
}
