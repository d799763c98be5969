import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** Prints the size of everything the build makes, plain and compressed. */
export function benchSizes(): void {
  for (const name of readdirSync('dist').sort()) {
    const bytes = readFileSync(join('dist', name));
    const kilobytes = (size: number): string => `${(size / 1000).toFixed(1)} kB`.padStart(10);
    console.log(`${name.padEnd(28)} ${kilobytes(bytes.length)}  gzip ${kilobytes(gzipSync(bytes).length)}`);
  }
}
