import { parseArgs } from 'node:util';
import type { EngineName } from '../engines.ts';

export interface ProposalBenchOptions {
  clicks: number;
  lineItems: number;
  activities: number;
  /** Milliseconds that HubSpot takes for each answer on top of the simulator's own. */
  latency: number;
  help: boolean;
  /** Undefined: PGlite, and PostgreSQL if one answers. */
  engine?: EngineName;
}

export const HELP = `node test/bench/src/proposals/main.ts [--clicks 10] [--line-items 20] [--activities 200] [--latency 0]
  [--engine pglite|postgres]

From the click on "Generate proposal" to the draft on the card: the real server, a simulated HubSpot and a model that
answers at once. Beside it, the same reads of HubSpot made one after the other with plain fetch.`;

const MOST = { clicks: 200, 'line-items': 99, activities: 5_000, latency: 2_000 } as const;

/** @throws Error that says in one line what is wrong with the arguments. */
export function parseProposalOptions(args: readonly string[]): ProposalBenchOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      clicks: { type: 'string', default: '10' },
      'line-items': { type: 'string', default: '20' },
      activities: { type: 'string', default: '200' },
      latency: { type: 'string', default: '0' },
      engine: { type: 'string' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  const { engine, help } = values;
  const whole = (name: keyof typeof MOST) => {
    const value = Number(values[name]);
    const least = name === 'latency' ? 0 : 1;
    if (Number.isSafeInteger(value) && value >= least && value <= MOST[name]) return value;
    throw new Error(`--${name}: expected a whole number from ${least} to ${MOST[name]}`);
  };
  if (engine !== undefined && engine !== 'pglite' && engine !== 'postgres')
    throw new Error('--engine: expected pglite or postgres');
  return {
    ...{ clicks: whole('clicks'), lineItems: whole('line-items'), activities: whole('activities') },
    ...{ latency: whole('latency'), help },
    ...(engine !== undefined && { engine }),
  };
}
