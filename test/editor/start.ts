import { packageExtension } from './packaged';
import { installEditor } from './install';
import { copySample } from './sample';
import { startServer } from './server';

const stopSignals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

function firstSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of stopSignals) {
      process.on(signal, () => {
        resolve();
      });
    }
  });
}

async function start(): Promise<void> {
  const [vsix] = await Promise.all([packageExtension(), installEditor()]);
  const stopped = firstSignal();
  const { root, folder } = await copySample();
  const server = await startServer({ vsix: [vsix], remove: [root], port: Number(process.env.PORT ?? 0) });
  console.log(`VS Code ${server.editor.vscode} runs with the extension and a sample cluster. Open in a browser:\n`);
  console.log(`${server.url}/?folder=${encodeURIComponent(folder)}\n`);
  console.log('Ctrl-C stops it and removes the copy of the sample.');
  const output = await Promise.race([stopped, server.ended]);
  await server.stop();
  if (output !== undefined) throw new Error(`The editor ended by itself:\n${output}`);
}

try {
  await start();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
process.exit();
