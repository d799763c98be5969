/** Commands that people, keys, links and code actions call. All of them are carried out by the engine. */
export const engineCommands = [
  'tlsBootstrap.playFiles',
  'tlsBootstrap.openPlayer',
  'tlsBootstrap.player.step',
  'tlsBootstrap.player.back',
  'tlsBootstrap.player.playPause',
  'tlsBootstrap.player.replay',
  'tlsBootstrap.player.first',
  'tlsBootstrap.player.last',
  'tlsBootstrap.player.transcript',
  'tlsBootstrap.player.copyLink',
  'tlsBootstrap.openSample',
  'tlsBootstrap.openWalkthrough',
  'tlsBootstrap.showRule',
  'tlsBootstrap.whatAmISeeing',
  'tlsBootstrap.selectKubernetesVersion',
  'tlsBootstrap.fixFolder',
  'tlsBootstrap.checkFolder',
  'tlsBootstrap.checkWorkspace',
  'tlsBootstrap.lab.open',
  'tlsBootstrap.lab.next',
  'tlsBootstrap.lab.hint',
  'tlsBootstrap.lab.check',
  'tlsBootstrap.lab.reset',
  'tlsBootstrap.silenceEverywhere',
  'tlsBootstrap.silenceInWorkspace',
] as const;

export type EngineCommand = (typeof engineCommands)[number];

/** What a command does. Arguments come from links and keybindings, so each command checks its own. */
export type CommandHandler = (...args: readonly unknown[]) => Promise<void> | void;
