import * as vscode from 'vscode';
import type { Severity } from '../core/lint/finding';
import { parseRelease, type Release } from '../core/kubernetes/release';
import { exerciseOf } from './lab/exerciseFiles';
import { SECTION } from './section';
import { languageOf, type Language } from '../core/messages/language';

export type LintRun = 'onType' | 'onSave' | 'off';

/** The settings that hold for a file or folder. Values of a wrong type count as not set. */
export interface Settings {
  readonly target: Release | 'auto';
  readonly run: LintRun;
  /** Milliseconds of quiet after typing before the files are read again. */
  readonly debounce: number;
  readonly severities: Readonly<Record<string, Severity | 'off'>>;
  /** Whether the first line of a file says what becomes of its node. */
  readonly codeLens: boolean;
}

/** Returns the settings in force for a file or folder. */
export function settingsFor(scope: vscode.Uri): Settings {
  // A cluster that settings name has an address within its workspace folder.
  const settings = vscode.workspace.getConfiguration(SECTION, scope.with({ fragment: '' }));
  const run = settings.get<unknown>('lint.run');
  const debounce = settings.get<unknown>('lint.debounce');
  const version = settings.get<unknown>('kubernetesVersion');
  // An exercise is about the release that its files name.
  const chosen = typeof version === 'string' && exerciseOf(scope) === undefined ? parseRelease(version) : undefined;
  return {
    target: chosen ?? 'auto',
    run: run === 'onSave' || run === 'off' ? run : 'onType',
    debounce: typeof debounce === 'number' && debounce >= 0 ? Math.min(debounce, 10_000) : 300,
    severities: severitiesIn(settings.get<unknown>('rules')),
    codeLens: settings.get<unknown>('codeLens') !== false,
  };
}

/** The settings of the player and of the language, which hold for the window. */
export interface WindowSettings {
  readonly playerSpeed: number;
  readonly reduceMotion: boolean;
  readonly language: Language | 'auto';
}

export function windowSettings(): WindowSettings {
  const settings = vscode.workspace.getConfiguration(SECTION);
  const speed = settings.get<unknown>('player.speed');
  const language = settings.get<unknown>('language');
  return {
    playerSpeed: typeof speed === 'number' && speed >= 0.25 && speed <= 8 ? speed : 1,
    reduceMotion: settings.get<unknown>('player.reduceMotion') === 'on',
    language: language === 'en' || language === 'zh-cn' ? language : 'auto',
  };
}

/** Returns the language people read here: the setting, else the editor's. */
export function readersLanguage(): Language {
  const { language } = windowSettings();
  return language === 'auto' ? languageOf(vscode.env.language) : language;
}

function severitiesIn(rules: unknown): Readonly<Record<string, Severity | 'off'>> {
  if (typeof rules !== 'object' || rules === null) return {};
  const chosen: Record<string, Severity | 'off'> = {};
  for (const [id, value] of Object.entries(rules as Record<string, unknown>)) {
    const severity = typeof value === 'object' && value !== null && 'severity' in value ? value.severity : undefined;
    if (isSeverity(severity)) chosen[id] = severity;
  }
  return chosen;
}

function isSeverity(value: unknown): value is Severity | 'off' {
  return value === 'error' || value === 'warning' || value === 'info' || value === 'hint' || value === 'off';
}
