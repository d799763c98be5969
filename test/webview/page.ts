import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { basename } from 'node:path';
import { build, type BuildOptions } from 'esbuild';
import type { PlayerState, Snapshot } from '../../src/core/protocol/messages';
import { initialPlayerState } from '../../src/core/protocol/playerState';
import { playerTexts } from '../../src/core/protocol/playerTexts';
import { flowCatalogue } from '../../src/core/flow/catalogue';
import type { Play } from '../../src/core/flow/play';
import { mermaidSequenceOnly } from '../../webview/mermaidBundle.mjs';

const NONCE = 'cGFnZXRlc3Q';

export const themes = ['dark', 'light', 'highContrast', 'highContrastLight'] as const;

export type ThemeName = (typeof themes)[number];

interface Theme {
  readonly bodyClass: string;
  readonly variables: Readonly<Record<string, string>>;
}

function readTheme(name: ThemeName): Theme {
  return JSON.parse(readFileSync(new URL(`./themes/${name}.json`, import.meta.url), 'utf8')) as Theme;
}

/** The editor's side of the page: keeps the state over a reload, and collects what the page says and what its policy stops. */
const STUB = `
  window.posted = [];
  window.violations = [];
  document.addEventListener('securitypolicyviolation', (event) => window.violations.push(event.effectiveDirective + ' ' + (event.sample || event.sourceFile)));
  let acquired = false;
  window.acquireVsCodeApi = () => {
    if (acquired) throw new Error('acquired twice');
    acquired = true;
    return {
      postMessage: (message) => window.posted.push(JSON.parse(JSON.stringify(message))),
      getState: () => JSON.parse(sessionStorage.getItem('state') ?? 'null') ?? undefined,
      setState: (state) => sessionStorage.setItem('state', JSON.stringify(state)),
    };
  };
`;

function html({ bodyClass, variables }: Theme): string {
  const style = Object.entries(variables)
    .map(([name, value]) => `${name}: ${value.replaceAll('"', "'")}`)
    .join('; ');
  return `<!doctype html>
<html lang="en" style="${style}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Player</title><link rel="stylesheet" href="/editor.css"><link rel="stylesheet" href="/player.css"></head>
<body class="${bodyClass}"><script nonce="${NONCE}">${STUB}</script><script nonce="${NONCE}" src="/player.js"></script></body></html>`;
}

/** Rules that the editor puts before those of every page. */
const EDITOR_SHEET =
  'a:focus, input:focus, select:focus, textarea:focus { outline: 1px solid -webkit-focus-ring-color; outline-offset: -1px; }';

/** What every page costs: what there is without the player. */
const EMPTY =
  '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Empty</title></head><body></body></html>';

const root = new URL('../..', import.meta.url).pathname;

/** Returns the page's script and sheet, built as the extension ships them, by their addresses. */
export async function buildPage(): Promise<ReadonlyMap<string, string>> {
  const common: BuildOptions = { absWorkingDir: root, outdir: root, bundle: true, minify: true, write: false };
  const script = build({
    ...common,
    entryPoints: { player: 'webview/main.ts' },
    format: 'iife',
    platform: 'browser',
    target: 'es2022',
    legalComments: 'none',
    plugins: [mermaidSequenceOnly()],
  });
  const sheet = build({ ...common, entryPoints: { player: 'webview/styles/player.css' } });
  const built = await Promise.all([script, sheet]);
  return new Map(
    built.flatMap(({ outputFiles = [] }) => outputFiles.map(({ path, text }) => [`/${basename(path)}`, text])),
  );
}

function policyFor(source: string): string {
  return [
    "default-src 'none'",
    `script-src 'nonce-${NONCE}'`,
    `style-src ${source}`,
    "style-src-attr 'unsafe-inline'",
    `font-src ${source}`,
    `img-src ${source}`,
  ].join('; ');
}

export interface ServedPage {
  readonly url: string;
  readonly files: ReadonlyMap<string, string>;
  close(): void;
}

/** Serves the built page on the loopback interface under the policy of the real one. */
export async function servePage(): Promise<ServedPage> {
  const files = new Map([...(await buildPage()), ['/editor.css', EDITOR_SHEET]]);
  const server = createServer(({ url = '/', headers }, response) => {
    const source = `http://${headers.host ?? ''}`;
    const { pathname, searchParams } = new URL(url, source);
    const file = pathname === '/empty' ? EMPTY : files.get(pathname);
    if (file === undefined && pathname !== '/') response.statusCode = 404;
    response.setHeader('content-security-policy', policyFor(source));
    response.setHeader('content-type', `${typeOf(pathname)}; charset=utf-8`);
    if (file !== undefined) response.setHeader('cache-control', 'max-age=600');
    response.end(file ?? (pathname === '/' ? html(readTheme((searchParams.get('theme') ?? 'dark') as ThemeName)) : ''));
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/`,
    files,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

function typeOf(pathname: string): string {
  if (pathname.endsWith('.css')) return 'text/css';
  return pathname.endsWith('.js') ? 'text/javascript' : 'text/html';
}

const whatIf = {
  id: 'rotate-certificates',
  text: { id: 'flow.whatIf.set', params: { setting: 'rotateCertificates', value: 'true' } },
  since: '1.8',
  until: '1.36',
  chosen: false,
};

/** Returns what a host would send for a play, standing at a step. */
export function snapshotOf(play: Play, state: Partial<PlayerState> = {}, rest: Partial<Snapshot> = {}): Snapshot {
  return {
    type: 'snapshot',
    play,
    scenarios: [
      { id: 'no-rotation', title: 'A cluster without rotation' },
      { id: 'renewing', title: 'A cluster that renews' },
      { id: 'forbidden', title: 'The binding is missing' },
    ],
    texts: { ...flowCatalogue, ...playerTexts },
    state: { ...initialPlayerState(play.scenario, undefined), ...state },
    worlds: {
      releases: ['1.18', '1.19', '1.20', '1.21'],
      ownRelease: play.release,
      changes: [],
      original: undefined,
      whatIfs: [whatIf],
    },
    findings: [],
    reduceMotion: false,
    ...rest,
  };
}
