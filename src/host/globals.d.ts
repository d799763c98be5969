/** What extension hosts on a desktop, a server and in a web worker all provide, and the editor's types do not name. */
declare function setTimeout(callback: () => void, milliseconds: number): unknown;
declare function clearTimeout(timer: unknown): void;
declare const crypto: { getRandomValues(array: Uint8Array): Uint8Array };
