import { benchActivation } from './benchActivation';
import { benchCertificates } from './benchCertificates';
import { benchLint } from './benchLint';
import { benchManyFiles } from './benchManyFiles';
import { benchMemory } from './benchMemory';
import { benchPage } from './benchPage';
import { benchPeer } from './benchPeer';
import { benchNodes, benchPlay } from './benchPlay';
import { benchSizes } from './benchSizes';

// Speed is told as ratios of things measured side by side in this one run; nothing is asserted.
const parts: Readonly<Record<string, () => void | Promise<void>>> = {
  sizes: benchSizes,
  lint: benchLint,
  'many files': benchManyFiles,
  peer: benchPeer,
  play: benchPlay,
  certificates: benchCertificates,
  nodes: benchNodes,
  page: benchPage,
  memory: benchMemory,
  activation: benchActivation,
};

const wanted = process.argv.slice(2);
for (const [name, part] of Object.entries(parts)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  console.log(`\n== ${name}`);
  await part();
}
