export { collectFacts, type FactsInput } from './facts/collect-facts.ts';
export { findGaps, type GapsInput } from './gaps/find-gaps.ts';
export { dealCurrency } from './gaps/rate-card.ts';
export type {
  ProposalTemplate,
  Unanswered,
  Writer,
  WritingDeps,
  WritingInput,
  WrittenProposal,
  WrittenSection,
} from './input.ts';
export { type LocaleChoice, localeOf } from './locale-of.ts';
export { relevantWords } from './relevant-words.ts';
