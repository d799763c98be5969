import { buffer } from 'node:stream/consumers';
import { wantsColour } from './colour';
import { environmentReader } from './environmentReader';
import { complain, firstLineOf } from './problems';
import { run } from './run';

const err = (text: string): void => {
  process.stderr.write(text);
};

// A reader that has seen enough (`| head`) closes the pipe: there is nobody left to tell.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    process.exit(error.code === 'EPIPE' ? (process.exitCode ?? 0) : 2);
  });
}

const reader = await environmentReader(process.env);

process.on('uncaughtException', (error) => {
  complain(reader.say('cli.fault', { error: firstLineOf(error) }), { err });
  process.exitCode = 2;
});

process.exitCode = await run(process.argv.slice(2), {
  out: (text) => {
    process.stdout.write(text);
  },
  err,
  readInput: () => buffer(process.stdin),
  cwd: process.cwd(),
  reader,
  colour: wantsColour(process.stdout, process.env),
  now: () => new Date(),
});
