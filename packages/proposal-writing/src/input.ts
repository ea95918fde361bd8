import type {
  AccountPolicy,
  DealContext,
  Fact,
  PriceTable,
  ProposalChoices,
  ProposalSection,
  ProposalSettings,
  ProposalSource,
  ProposalTemplateView,
} from '@draftsmith/contracts';
import type { Completer } from '@draftsmith/llm';
import type { RemoteRecogniser } from '@draftsmith/privacy';

/** What is written from of a template; its Word file is for those who render. */
export type ProposalTemplate = Pick<
  ProposalTemplateView,
  'id' | 'name' | 'locale' | 'terms' | 'nextSteps' | 'hints' | 'revision'
>;

export interface WritingInput {
  deal: DealContext;
  /** Of `collectFacts`: slots are bound to these alone. */
  facts: readonly Fact[];
  prices: PriceTable;
  template: ProposalTemplate;
  settings: ProposalSettings;
  choices: ProposalChoices;
  /** YYYY-MM-DD: the proposal's date. */
  date: string;
  /** What the account has decided on privacy; absent: the suite's default. */
  policy?: AccountPolicy;
  /** Who asked, for budgets: an opaque id, see `Payer`. */
  user?: string;
  /** What the ledger files requests under. */
  reference?: string;
  signal?: AbortSignal;
}

/** A completer, and what finds personal data beside the suite's own recognisers. */
export interface WritingDeps extends Completer {
  recogniser?: RemoteRecogniser | undefined;
}

/** Why the suite's own words stand where a model's should: nobody to ask, money, refusal, a fault, a leak stopped. */
export type Unanswered = 'no-model' | 'budget' | 'refused' | 'unavailable' | 'leak';

/** Who wrote, and at what cost. */
export interface Writer {
  provider: string;
  model: string;
  /** False when nothing of a model's words was kept. */
  modelWritten: boolean;
  unanswered?: Unanswered;
  /** US dollars of all requests, as a decimal string; null when nothing was asked. */
  costUsd: string | null;
  /** Ids of completions. */
  completions: readonly string[];
}

export interface WrittenProposal {
  /** BCP 47: of words, numbers and dates. */
  locale: string;
  /** With its slots filled in. */
  title: string;
  /** In the order of SECTION_KINDS. */
  sections: readonly ProposalSection[];
  /** What the paragraphs rest on, in the order of first use. */
  sources: readonly ProposalSource[];
  writer: Writer;
}

export interface WrittenSection {
  section: ProposalSection;
  /** What this section rests on. */
  sources: readonly ProposalSource[];
  writer: Writer;
}
