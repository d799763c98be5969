import type { PlaybackAction } from './playback';

/** What a key asks for. */
export type KeyAction =
  | { readonly type: 'playback'; readonly action: PlaybackAction }
  | { readonly type: 'scenario'; readonly index: number }
  | { readonly type: 'sheet' };

const playbackKeys: ReadonlyMap<string, PlaybackAction> = new Map<string, PlaybackAction>([
  [' ', { type: 'play' }],
  ['ArrowRight', { type: 'step' }],
  ['ArrowLeft', { type: 'back' }],
  ['Home', { type: 'first' }],
  ['End', { type: 'last' }],
  ['r', { type: 'replay' }],
]);

/** Returns what a key asks for, given as `KeyboardEvent.key`; undefined when it means nothing to the player. */
export function keyAction(key: string): KeyAction | undefined {
  const action = playbackKeys.get(key);
  if (action) return { type: 'playback', action };
  if (key === '?') return { type: 'sheet' };
  if (/^[1-9]$/.test(key)) return { type: 'scenario', index: Number(key) - 1 };
  return undefined;
}

/** Elements that make their own use of keys, and which keys those are. */
const ownKeys: readonly (readonly [selector: string, keys: RegExp])[] = [
  ['input', /^(?:Arrow|Home|End|Page)/],
  ['vscode-dropdown', /./],
  ['vscode-button, vscode-checkbox, button, summary, a', /^(?: |Enter)$/],
];

/** Returns whether the focused element itself answers a key, so that the player must not. */
export function answersItself(focused: Element, key: string): boolean {
  return ownKeys.some(([selector, keys]) => keys.test(key) && focused.closest(selector) !== null);
}
