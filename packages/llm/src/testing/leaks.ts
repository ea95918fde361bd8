import type { Attempt, CompletionResult } from '../contract/completion.ts';
import type { PayloadGuard, PayloadLeak } from '../contract/request.ts';
import { type Chain, type ChainConfig, type ChainDeps, createChain } from '../create-chain.ts';
import type { Route } from '../routes/route.ts';

/** A chain whose providers are all at one address, with two keys each; it never waits before it asks again. */
export function chainTo(
  url: string,
  routes: readonly Route[],
  deps: ChainDeps = {},
  config: Partial<ChainConfig> = {},
): Chain {
  const apiKeys = ['first', 'second'];
  const at = { apiKeys, baseUrl: url };
  const all = { openai: at, anthropic: at, local: at, retry: { jitterMs: 0, maxWaitMs: 0 } };
  return createChain({ ...all, ...config, routes }, { random: () => 0, ...deps });
}

export const attemptsOf = (result: CompletionResult): readonly Attempt[] =>
  result.kind === 'answered' ? result.completion.attempts : result.attempts;

/** What a guard says of a leak that it found. */
export const PLACE: PayloadLeak = { type: 'PERSON', path: 'messages[1].content', start: 120, end: 133 };

/** Keeps what it is shown, and finds a leak in what `flags` says. */
export function watching(flags: (payload: string, n: number) => boolean = () => false) {
  const seen: string[] = [];
  const guard: PayloadGuard = {
    inspect: (payload) => (flags(payload, seen.push(payload) - 1) ? [PLACE] : []),
    replaced: () => ({ PERSON: 2, EMAIL: 1, PHONE: 0 }),
  };
  return { guard, seen };
}
