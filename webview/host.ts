import { isToPage } from '../src/core/protocol/guards';
import type { FromPage, ToPage } from '../src/core/protocol/messages';

interface VsCodeApi {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
}

declare function acquireVsCodeApi(): VsCodeApi;

/** What the page does with each message of the host. */
export type Handlers = { readonly [Type in ToPage['type']]: (message: Extract<ToPage, { type: Type }>) => void };

/** The page's only way to the host. */
export interface Host {
  post(message: FromPage): void;
  /** Returns what the page kept, of whatever shape and age; undefined when nothing. */
  kept(): unknown;
  keep(state: unknown): void;
}

/** Connects the page with its host; may be called once in the life of a page. */
export function connectHost(): Host {
  const api = acquireVsCodeApi();
  return {
    post: (message) => {
      api.postMessage(message);
    },
    kept: () => api.getState(),
    keep: (state) => {
      api.setState(state);
    },
  };
}

/** Hands each sound message of the host to its handler; anything else is not for the page and is dropped. */
export function receive(handlers: Handlers): void {
  window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (isToPage(data)) handle(handlers, data);
  });
}

function handle(handlers: Handlers, message: ToPage): void {
  switch (message.type) {
    case 'snapshot':
      handlers.snapshot(message);
      return;
    case 'problem':
      handlers.problem(message);
      return;
    case 'transport':
      handlers.transport(message);
      return;
    case 'copied':
      handlers.copied(message);
      return;
  }
}
