/** Returns a unit that runs a program of this version with these flags, one on each line. */
export function unit(description: string, version: string, program: string, flags: readonly string[]): string {
  const command = [`/opt/kubernetes/v${version}/bin/${program}`, ...flags.map((flag) => `  ${flag}`)].join(' \\\n');
  return [
    '[Unit]',
    `Description=${description}`,
    'After=network-online.target',
    '',
    '[Service]',
    `ExecStart=${command}`,
    'Restart=always',
    'RestartSec=10',
    '',
    '[Install]',
    'WantedBy=multi-user.target',
    '',
  ].join('\n');
}

/** Returns an EnvironmentFile with one variable of flags, one on each line. */
export function environment(variable: string, flags: readonly string[]): string {
  return `${variable}="${flags.join(' \\\n    ')}"\n`;
}
