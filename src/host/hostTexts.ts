import type { Catalogue } from '../core/messages/message';

/** English texts of the editor's surfaces: actions, hovers, the status bar, choices. */
export const hostTexts = {
  'host.fixRuleInFile': 'Fix all of {rule} in this file',
  'host.fixRuleInFolder': 'Fix all of {rule} in this folder',
  'host.fixFile': 'Fix everything that is safe to fix in this file (Kubelet TLS Bootstrap)',
  'host.explain': 'Explain {rule}',
  'host.seeItHappen': 'See it happen',
  'host.seeItHappenHere': 'See it happen with these files',
  'host.atWork': 'At work in step {step}: {from} → {to}, {label}',
  'host.codeLens': 'Play the files of this folder, from the first start of the kubelet on',
  'host.lineOf': '{file}, line {line}',
  'host.silenceLine': 'Silence {rule} here',
  'host.silenceFile': 'Silence {rule} in this file',
  'host.silenceInWorkspace': 'Silence {rule} in this workspace (setting)',
  'host.silenceEverywhere': 'Silence {rule} everywhere (setting)',
  'host.review': 'Needs your review',

  'host.target': 'Kubernetes {release}',
  'host.targetOption': 'Files are judged against Kubernetes {release}, as the setting says.',
  'host.targetEvidence': 'Files are judged against Kubernetes {release}, which {place} names.',
  'host.targetDefault':
    'Files are judged against Kubernetes {release}: no file names a release, so the newest known is assumed.',
  'host.targetChange': 'Choose another release',
  'host.notesTemplated': '{path} is a template: {count} places are left out.',
  'host.pickRelease': 'The Kubernetes release that files are judged against',
  'host.pickAuto': 'auto',
  'host.pickAutoDetail': 'What the files name, else the newest known release',

  'host.playerTitle': 'Bootstrap player',
  'host.playerTitleAt': 'Bootstrap {step}/{steps}',
  'host.playerReturn': 'Go back to the player',
  'host.ownFiles': 'Your own files',
  'host.ownFilesIn': 'Your own files: {folder}',
  'host.noFolder': 'Open a file of a node’s configuration first: its folder is what is played.',
  'host.nothingToPlay': 'No kubelet is configured in {folder}, so there is nothing to play.',
  'host.unreadable': 'The files in {folder} could not be played. The log says why.',

  'host.badLink': 'This link leads to nothing that the player knows.',
  'host.noLink': 'Your own files have no link: they are only here.',
  'host.linkCopied': 'The link to this step is on the clipboard.',

  'host.fixedFolder': '{count} repairs made in {folder}.',
  'host.nothingToFix': 'Nothing in {folder} can be repaired without your review.',

  'host.summary': 'Bootstrap: {parts}',
  'host.summaryName': 'Kubelet TLS Bootstrap: how it ends',
  'host.checking': 'Checking the workspace (Kubelet TLS Bootstrap)',
  'host.checked': 'Files checked: {files}. Errors: {errors}, warnings: {warnings}, notes: {notes}.',
  'host.checkStopped':
    'The check was stopped. Files checked: {files}. Errors: {errors}, warnings: {warnings}, notes: {notes}.',
  'host.showProblems': 'Show Problems',
  'host.noWorkspace': 'Open a folder first: its files are what is checked.',

  'host.sampleEdited': 'The sample cluster has been edited',
  'host.sampleContinue': 'Go on with it as it is',
  'host.sampleStartOver': 'Start over',
  'host.noRulePage': 'There is no page for {rule}.',
  'host.pickRule': 'The rule to explain',

  'host.symptom.pick': 'What do you see?',
  'host.symptom.found': 'What is behind it',
  'host.symptom.notFound': 'The files in view show no cause; these are the usual ones',
  'host.symptom.present': 'Shown by the files of {folder}',
  'host.symptom.possible': 'Also possible',

  'host.lab.pick': 'The exercise to open',
  'host.lab.goal': 'Goal:',
  'host.lab.how':
    'The files are those of a Kubernetes {release} cluster and live in the editor only. Repair them as you like, then run **Lab: Check**. **Lab: Hint** helps in three steps, **Lab: Start Over** gives the broken files back, **Play My Files** shows what happens.',
  'host.lab.hints': 'Hints',
  'host.lab.solvedHead': 'Solved',
  'host.lab.notYetHead': 'Not yet',
  'host.lab.outcome': 'How the play of your files ends: {outcome}',
  'host.lab.learnt': 'What you have learnt',
  'host.lab.explainedBy': 'The rules that explain it: {rules} (**Explain a Rule**).',
  'host.lab.solved': 'solved',
  'host.lab.current': 'open',
  'host.lab.openFile': 'Open',
  'host.lab.nextExercise': 'Next Exercise',
  'host.lab.solvedWith': 'Solved: {title}. {learnt}',
  'host.lab.notYet': 'Not yet. {why} {outcome}',
  'host.lab.allSolved': 'All exercises are solved.',
} as const satisfies Catalogue;

export type HostTextId = keyof typeof hostTexts;
