import type { Fact, PriceTable, ProposalSource } from '@draftsmith/contracts';
import type { LockTerms } from '@draftsmith/number-lock';
import type { ProposalTemplate } from './input.ts';

export interface LockInput {
  facts: readonly Fact[];
  prices: Pick<PriceTable, 'lines'>;
  /** What the proposal quotes of its activities: what is not in there cannot be looked up by who reads it. */
  sources: readonly ProposalSource[];
  /** BCP 47. */
  locale: string;
}

/**
 * What prose may state. The company's own texts are not in it: "payable within thirty days" in its terms, or a house rule
 * on discounts, is nothing that a model may offer elsewhere.
 */
export function lockTermsOf({ facts, prices, sources, locale }: LockInput): LockTerms {
  const named = (kind: Fact['kind']) => facts.filter((fact) => fact.kind === kind).map(({ value }) => value);
  return {
    facts,
    sources: sources.map(({ id, title, excerpt }) => ({ id, text: `${title}\n${excerpt}` })),
    names: {
      people: named('person'),
      organizations: named('organization'),
      products: [...named('product'), ...prices.lines.map(({ name }) => name)],
    },
    locale,
  };
}

/**
 * For the proof over a whole proposal, the company's own sections included, and for what a person types: the same, and
 * the words of the template.
 */
export function proofTermsOf(
  content: LockInput,
  { terms, nextSteps }: Pick<ProposalTemplate, 'terms' | 'nextSteps'>,
): LockTerms {
  return { ...lockTermsOf(content), allowed: [terms, nextSteps].filter((text) => text.trim() !== '') };
}
