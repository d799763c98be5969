import { flowCatalogue } from '../src/core/flow/catalogue';
import { scenarios } from '../src/core/flow/scenarios/index';
import { renderMessage, type Message } from '../src/core/messages/message';

const HEAD = `# Built-in scenarios

Each is one file in \`src/core/flow/scenarios\`: a small cluster, and what happens to it. The player offers them, and
\`tls-bootstrap play --scenario ID\` tells them. *Releases* are those around the scenario's own in which it takes the same kinds of steps and
ends the same way; *stops* is the first step that waits or fails. Tests hold both against the simulation.

| id | releases | what it teaches | stops | what helps |
| --- | --- | --- | --- | --- |`;

/** Returns the page about the built-in scenarios. */
export function scenarioPage(): string {
  const rows = scenarios.map(({ id, era: [since, until], teaches, stops, repair }) => {
    const releases = since === until ? since : `${since}–${until}`;
    const stop = stops === undefined ? '' : `\`${stops}\``;
    return `| \`${id}\` | ${releases} | ${cell(teaches)} | ${stop} | ${repair ? cell(repair) : ''} |`;
  });
  return `${[HEAD, ...rows].join('\n')}\n`;
}

function cell(message: Message): string {
  return renderMessage(message, flowCatalogue).replaceAll('|', '\\|');
}
