import './suite/activation';
import './suite/diagnostics';
import './suite/silence';
import './suite/fixes';
import './suite/targetRelease';
import './suite/folder';
import './suite/badInput';
import './suite/pages';
import './suite/player';
import { runAll } from './registry';

/** Called by the editor that loads this module as its test suite. Rejects when a test failed. */
export async function run(): Promise<void> {
  await runAll();
}
