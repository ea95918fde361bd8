import { parseArgs } from 'node:util';
import { CONTENDERS, type ContenderId } from './contenders/contender.ts';

export interface LlmBenchOptions {
  quick: boolean;
  json: boolean;
  help: boolean;
  /** Measured calls of each contender, one at a time and again with 8 at once. */
  calls: number;
  /** Milliseconds from a request to the first byte of its answer. */
  delayMs: number;
  /** How many packets a streamed answer of 24 events comes in. */
  packets: number;
  /** Look at this one alone, and say where its time goes. */
  profile?: ContenderId;
}

export const HELP = `npx pnpm@12 bench:llm [--quick] [--json] [--calls N] [--delay MS] [--packets N] [--profile NAME]

Asks one local model server through fetch, the openai SDK, the AI SDK, LangChain.js and the provider chain, in turn in one
run, and prints what each adds.
  --calls    measured calls of each, one at a time and 8 at once (default 2000)
  --quick    a tenth of that: does it run?
  --delay    milliseconds before each answer (default 0: what is measured is everything around the model)
  --packets  in how many pieces a streamed answer comes (default 1)
  --json     every figure as one JSON document on standard output
  --profile  where the time of one of them goes, by package and function: ${Object.keys(CONTENDERS).join(', ')}`;

const CALLS = 2_000;

/** @throws Error that says in one line what is wrong with the arguments. */
export function parseLlmOptions(args: readonly string[]): LlmBenchOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      quick: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
      calls: { type: 'string' },
      delay: { type: 'string', default: '0' },
      packets: { type: 'string', default: '1' },
      profile: { type: 'string' },
    },
  });
  const { quick, json, help, profile } = values;
  return {
    quick,
    json,
    help,
    calls: whole('calls', values.calls ?? String(quick ? CALLS / 10 : CALLS), { from: 10, to: 1_000_000 }),
    delayMs: whole('delay', values.delay, { from: 0, to: 10_000 }),
    packets: whole('packets', values.packets, { from: 1, to: 24 }),
    ...(profile === undefined ? {} : { profile: contenderNamed(profile) }),
  };
}

function whole(name: string, text: string, { from, to }: { from: number; to: number }): number {
  const number = Number(text);
  if (/^\d+$/.test(text) && number >= from && number <= to) return number;
  throw new Error(`--${name}: expected a whole number from ${from} to ${to}`);
}

function contenderNamed(name: string): ContenderId {
  if (Object.hasOwn(CONTENDERS, name)) return name as ContenderId;
  throw new Error(`--profile: expected one of ${Object.keys(CONTENDERS).join(', ')}`);
}
