import type { CompletionRequest, CompletionResult } from '@draftsmith/llm';
import { type Arrangement, type Cast, castOf } from './cast.ts';
import type { DialectName } from './fault-server/dialect.ts';
import type { Arrival, Play } from './fault-server/exchange.ts';
import { type FaultServer, startFaultServer } from './fault-server/server.ts';
import type { Asker, Product } from './product.ts';
import type { Timeline } from './timeline/timeline.ts';

/** An answer of the product. Milliseconds since the world began. */
export interface Reply {
  result: CompletionResult;
  askedMs: number;
  repliedMs: number;
}

/** All that is known when a case has been played. */
export interface Seen {
  cast: Cast;
  /** In the order of the questions. */
  replies: Reply[];
  primary: readonly Arrival[];
  fallback: readonly Arrival[];
  /** When the world began: milliseconds since the epoch, as in arrivals. */
  startedAt: number;
}

export interface World extends Seen {
  /** Asks the product; the reply is noted. */
  ask(more?: Partial<CompletionRequest>): Promise<Reply>;
  /** The same product with other routes. */
  asker(routes: readonly string[]): Asker;
  /** Milliseconds since the world began. */
  elapsed(): number;
  wait(ms: number): Promise<void>;
}

export interface WorldOptions {
  product: Product;
  timeline: Timeline;
  dialect: DialectName;
  arrangement: Arrangement;
  primary: Play;
  fallback: Play;
  random: () => number;
}

export const QUESTION: CompletionRequest = {
  purpose: 'reply',
  account: 'failover',
  instructions: 'Answer politely.',
  messages: [{ role: 'user', text: 'Where is my parcel?' }],
  maxOutputTokens: 300,
};

/** Servers, a product that knows them, and a record of both. */
export async function withWorld<T>(options: WorldOptions, use: (world: World) => Promise<T>): Promise<T> {
  const { timeline, arrangement, dialect } = options;
  const { clock } = timeline;
  const cast = castOf(dialect, arrangement);
  const plays = { [cast.primary.model]: options.primary, [cast.fallback.model]: options.fallback };
  const first = await startFaultServer({ clock, plays });
  // Siblings live at one address; strangers never do.
  const second = arrangement === 'siblings' ? first : await startFaultServer({ clock, plays });
  const servers: FaultServer[] = [...new Set([first, second])];
  servers.forEach(timeline.watch);
  try {
    return await timeline.run(use(worldOf(options, cast, [first, second])));
  } finally {
    await Promise.all(servers.map((server) => server.close()));
  }
}

function worldOf(
  { product, timeline: { clock }, dialect, random }: WorldOptions,
  cast: Cast,
  [first, second]: readonly [FaultServer, FaultServer],
): World {
  const startedAt = clock.now();
  const elapsed = (): number => clock.now() - startedAt;
  const replies: Reply[] = [];
  const addresses = {
    api: dialect === 'responses' ? 'responses' : 'chat',
    openaiOrigin: (dialect === 'anthropic' ? second : first).origin,
    anthropicOrigin: (dialect === 'anthropic' ? first : second).origin,
  } as const;
  const asker = (routes: readonly string[]): Asker =>
    product({ ...addresses, routes: routes.join(','), clock, random });
  const main = asker([cast.primary.route, cast.fallback.route]);
  const arrivalsOf = (model: string): readonly Arrival[] =>
    [...new Set([...first.arrivals, ...second.arrivals])].filter((arrival) => arrival.model === model);

  return {
    cast,
    replies,
    startedAt,
    elapsed,
    asker,
    get primary() {
      return arrivalsOf(cast.primary.model);
    },
    get fallback() {
      return arrivalsOf(cast.fallback.model);
    },
    async ask(more = {}) {
      const askedMs = elapsed();
      const result = await main.complete({ ...QUESTION, ...more });
      const reply = { result, askedMs, repliedMs: elapsed() };
      replies.push(reply);
      return reply;
    },
    wait: (ms) => new Promise((resolve) => void clock.after(ms, resolve)),
  };
}
