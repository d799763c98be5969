/**
 * Runs one command and sees that nothing of it outlives its owner: when the owner closes our standard input, by
 * stopping, by crashing or by being killed, the command's whole process group ends and its folders are removed.
 * Usage: node guard.mjs '{"command":"…","args":["…"],"env":{},"remove":["folder"]}'
 */
import { spawn, spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

const { command, args, env, remove } = JSON.parse(process.argv[2] ?? '{}');
const windows = process.platform === 'win32';
const graceMilliseconds = 3000;

const child = spawn(command, args, {
  env: { ...process.env, ...env },
  detached: !windows,
  stdio: ['ignore', 'inherit', 'inherit'],
});

function signal(name) {
  try {
    process.kill(-child.pid, name);
    return true;
  } catch {
    return false;
  }
}

async function endGroup() {
  if (child.pid === undefined) return;
  if (windows) {
    spawnSync('taskkill', ['/pid', String(child.pid), '/T', '/F']);
    return;
  }
  signal('SIGTERM');
  for (let waited = 0; signal(0) && waited < graceMilliseconds; waited += 50) await pause(50);
  while (signal('SIGKILL')) await pause(20);
}

let ending = false;
async function end(code) {
  if (ending) return;
  ending = true;
  await endGroup();
  for (const folder of remove ?? []) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  process.exit(code);
}

child.once('error', (error) => {
  process.stderr.write(`${error.message}\n`);
  void end(1);
});
child.once('exit', (code) => void end(code ?? 1));
process.stdin.resume();
process.stdin.once('end', () => void end(0));
process.stdin.once('error', () => void end(0));
process.stdout.on('error', () => {});
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(name, () => void end(0));
