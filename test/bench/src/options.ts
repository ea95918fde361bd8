import { parseArgs } from 'node:util';
import type { EngineName } from './engines.ts';

export interface BenchOptions {
  quick: boolean;
  json: boolean;
  help: boolean;
  /** Undefined: PGlite, and PostgreSQL if one answers. */
  engine?: EngineName;
}

export const HELP = `npx pnpm@12 bench [--quick] [--engine pglite|postgres] [--json]

Measures start-up, memory, acknowledgements and drafts on loopback and prints figures with what each is compared to.
  --quick    a tenth of the load
  --engine   only this one (default: both; PostgreSQL where one answers, see DRAFTSMITH_TEST_DATABASE_URL)
  --json     every figure as one JSON document on standard output`;

/** @throws Error that says in one line what is wrong with the arguments. */
export function parseOptions(args: readonly string[]): BenchOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      quick: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
      engine: { type: 'string' },
    },
  });
  const { engine, ...flags } = values;
  if (engine === undefined) return flags;
  if (engine !== 'pglite' && engine !== 'postgres') throw new Error(`--engine: expected pglite or postgres`);
  return { ...flags, engine };
}
