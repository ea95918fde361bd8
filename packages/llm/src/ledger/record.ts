import type { Attempt, Completion, Cost, NoCompletion, SkippedRoute, Usage } from '../contract/completion.ts';
import type { Payer } from '../contract/request.ts';

/** Everything that is kept of a completion; the one event that ledger, metrics and traces are made from. */
export interface CompletionRecord extends Payer {
  /** A UUID. */
  id: string;
  traceId: string;
  /** E.g. the draft that it belongs to. */
  reference: string | null;
  purpose: string;
  outcome: 'answered' | NoCompletion['kind'] | 'cancelled';
  /** Who answered or refused. */
  provider: string | null;
  model: string | null;
  modelWritten: boolean | null;
  /** Redacted; null when texts are not kept. */
  prompt: string | null;
  answer: string | null;
  attempts: readonly Attempt[];
  /** Distinct values that were replaced before the prompt was made, by type. Absent: nobody counted. */
  replaced?: Readonly<Record<string, number>>;
  skipped: readonly SkippedRoute[];
  degraded: string | null;
  /** Of the answering attempt; zero for a cache hit. */
  usage: Usage;
  cost: Cost;
  /** `hit`: from memory, the shared store or a twin in flight. */
  cache: Completion['cache'];
  /** Milliseconds. */
  latencyMs: number;
  firstTokenMs: number | null;
  createdAt: Date;
}

/** Where records go. Never throws and never waits: an answer is not lost because its record is late. */
export type Observer = (record: CompletionRecord) => void;
