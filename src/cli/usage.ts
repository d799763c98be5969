/** What `--help` prints in English. */
export const usage = `Usage:
  tls-bootstrap lint   [options] PATH...   check files or folders; - is standard input
  tls-bootstrap fix    [options] PATH...   apply the safe fixes
  tls-bootstrap play   [options] PATH...   play the bootstrap of the cluster in PATH, and the years after it;
                                           --scenario ID without PATH plays a built-in one
  tls-bootstrap rules  [options]           list the rules

Each folder is one cluster; files given one by one form one cluster together.

Options:
  --kubernetes-version 1.8|…|auto     release to judge against; auto takes what the files say, else the newest known
  --format FORMAT                     lint: text|json|sarif|github; play: text|json|mermaid|pem; rules: text|json
  --rule ID=off|info|warning|error    another severity for a rule; may be repeated (lint, fix)
  --max-warnings N                    more warnings than N count as findings (lint)
  --kind KIND                         read all files as environment-file, systemd-unit, shell-script, kubernetes-yaml
                                      or token-file
  --stdin-filename PATH               name to show for standard input (lint, play)
  --scenario ID                       play a built-in scenario; with PATH, its course of events on your files (play)
  --what-if KEY=VALUE                 play with another setting, binding or fault; may be repeated (play)
  --until TIME                        how long to play: 400d, 1y, 12h (play)
  --dry-run                           print a unified diff and change nothing (fix)
  -h, --help                          this text
  --version                           the version

Exit status: 0 clean, 1 findings (play: the node drops out), 2 wrong usage or an unreadable path.
`;
