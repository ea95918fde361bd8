import { createBreaker } from '../chain/breaker.ts';
import { createKeyRing } from '../chain/key-ring.ts';
import type { FactsOf, ModelFacts, Step } from '../chain/step.ts';
import { toPriceRow } from '../price/price-row.ts';
import type { Provider } from '../provider.ts';
import type { Route } from '../routes/route.ts';
import type { ManualClock } from './manual-clock.ts';

const PROVIDERS = ['openai', 'anthropic', 'local'] as const;

export type StepOptions = Partial<Route> & { keys?: readonly string[]; facts?: Partial<ModelFacts> };

/** One dollar for a million tokens of any kind: a token costs 10^-6 USD. */
const PRICE = toPriceRow({ input: 1, output: 1 }, { test: true });
const FACTS: ModelFacts = { row: () => PRICE, worst: () => 1_000_000_000n, tier: 'small' };

/** A chain's steps with one scripted provider each, and what is known of their models. */
export function aChain(
  clock: ManualClock,
  ...parts: (Provider | [Provider, StepOptions])[]
): { steps: Step[]; facts: FactsOf } {
  const known = new Map<Step, ModelFacts>();
  const steps = parts.map((part, index) => {
    const [provider, { keys = [], facts = {}, ...route }] = Array.isArray(part) ? part : [part, {} as StepOptions];
    const name = provider.usesModel ? (PROVIDERS[index] ?? 'local') : 'offline';
    const step: Step = {
      route: { provider: name, model: `model-${index}`, ...route },
      provider,
      limits: { connectMs: 1_000, firstTokenMs: 1_000, idleMs: 1_000, endGraceMs: 100 },
      keys: createKeyRing(clock, keys),
      breaker: createBreaker({ clock }),
    };
    known.set(step, { ...FACTS, ...(provider.usesModel ? {} : { tier: 'free' }), ...facts });
    return step;
  });
  return { steps, facts: (step) => known.get(step) ?? FACTS };
}
