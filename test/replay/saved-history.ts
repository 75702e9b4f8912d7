// Writes a history down for good, under the release that package.json names, or the one in the making that SAVE_HISTORIES does.
import { execFileSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { inject } from 'vitest';
import ours from '../../package.json' with { type: 'json' };
import type { Harness } from '../workflows/harness.ts';

const named = process.env.SAVE_HISTORIES ?? '';
/** What is in the making counts as what it becomes. */
const release = /^\d+\.\d+\.\d+$/.test(named) ? named : ours.version.replace(/-.*/, '');

/** Which machine it was, and where its files are, does not matter to a replay. */
function anonymous(key: string, value: unknown): unknown {
  if (key === 'stackTrace') return '';
  const isMachine = key === 'identity' || (typeof value === 'string' && /^\d+@/.test(value));
  return isMachine ? 'worker' : value;
}

/** What runs somewhere is held against what is there: that is never written over. */
export function saveHistory(h: Harness, name: string, workflowId: string, folder = 'histories'): void {
  const file = new URL(`./${folder}/${release}-${name}.json`, import.meta.url);
  if (existsSync(file)) return console.log(`${release}-${name} is there, and stays as it is.`);
  const show = ['workflow', 'show', '--output', 'json', '--workflow-id', workflowId];
  const text = execFileSync(inject('temporalPath'), [...show, '--address', h.env.address], {
    encoding: 'utf8',
  });
  writeFileSync(file, JSON.stringify(JSON.parse(text, anonymous)));
}
