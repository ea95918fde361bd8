import { parseArgs } from 'node:util';
import { DIALECT_NAMES, type DialectName } from '../fault-server/dialect.ts';
import type { Fault } from '../faults/fault.ts';
import { FAULTS } from '../faults/index.ts';

export interface ScorecardOptions {
  json: boolean;
  help: boolean;
  dialects: readonly DialectName[];
  faults: readonly Fault[];
}

export const HELP = `npx pnpm@12 failover [--dialect NAME] [--only FAULT,...] [--json]

Plays the sixteen faults of the published failover benchmark and eight of our own to the provider chain with its
default settings, at real time, on raw TCP servers on loopback. About 70 s, because one of them takes that long.
  --dialect  ${DIALECT_NAMES.join(', ')} or all (default: openai and anthropic)
  --only     the faults with these ids: ${wrap(FAULTS.map(({ id }) => id))}
  --json     every case as one JSON document on standard output
Exit code 1 when anything fails.`;

/** @throws Error that says in one line what is wrong with the arguments. */
export function parseOptions(args: readonly string[]): ScorecardOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
      dialect: { type: 'string' },
      only: { type: 'string' },
    },
  });
  const { json, help, dialect, only } = values;
  return { json, help, dialects: dialectsOf(dialect), faults: faultsOf(only) };
}

function dialectsOf(name: string | undefined): readonly DialectName[] {
  if (name === undefined) return ['openai', 'anthropic'];
  if (name === 'all') return DIALECT_NAMES;
  const known = DIALECT_NAMES.find((dialect) => dialect === name);
  if (!known) throw new Error(`--dialect: expected ${DIALECT_NAMES.join(', ')} or all`);
  return [known];
}

function faultsOf(list: string | undefined): readonly Fault[] {
  if (list === undefined) return FAULTS;
  const ids = list.split(',').map((id) => id.trim());
  const unknown = ids.find((id) => !FAULTS.some((fault) => fault.id === id));
  if (unknown !== undefined) throw new Error(`--only: there is no fault "${unknown}"; --help lists them`);
  return FAULTS.filter(({ id }) => ids.includes(id));
}

function wrap(words: readonly string[]): string {
  const lines = [''];
  for (const word of words) {
    const last = lines.at(-1) ?? '';
    if (last.length + word.length > 60) lines.push(word);
    else lines[lines.length - 1] = last === '' ? word : `${last}, ${word}`;
  }
  return lines.join(',\n             ');
}
