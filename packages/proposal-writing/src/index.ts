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
export { type LockInput, lockTermsOf, proofTermsOf } from './lock-terms.ts';
export { relevantWords } from './material/relevant-words.ts';
export { type SectionInput, writeProposal, writeSection } from './write-proposal.ts';
