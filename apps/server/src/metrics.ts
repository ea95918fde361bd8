import type { AcceptanceVerdict, Outcome, ProposalOperation } from '@draftsmith/contracts';
import type { Observer } from '@draftsmith/llm';
import { observeWithPrometheus } from '@draftsmith/llm/prometheus';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

export interface Metrics {
  finished(outcome: Outcome, ms: number): void;
  /** What became of a draft, once its reply was sent. */
  learnt(verdict: AcceptanceVerdict): void;
  /** How something that was asked for on a deal ended: `done`, or the code of its problem. */
  proposal(what: ProposalOperation['what'], outcome: string): void;
  /** For the provider chain: what its completions took and cost. */
  completed: Observer;
  text(): Promise<string>;
}

/** Prometheus metrics: what became of drafts, how long customers' messages waited for theirs, and what models did. */
export function createMetrics(openJobs: () => Promise<number>): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const outcomes = new Counter({
    name: 'draftsmith_drafts_total',
    help: 'Drafts by outcome',
    labelNames: ['outcome', 'detail'],
    registers: [registry],
  });
  const fates = new Counter({
    name: 'draftsmith_draft_fates_total',
    help: 'What became of drafts, by the first reply after them',
    labelNames: ['verdict'],
    registers: [registry],
  });
  const proposals = new Counter({
    name: 'draftsmith_proposals_total',
    help: 'What was asked for on deals (generate, regenerate, edit, restore, attach, quote), by how it ended',
    labelNames: ['what', 'outcome'],
    registers: [registry],
  });
  const seconds = new Histogram({
    name: 'draftsmith_draft_seconds',
    help: 'From the webhook to the outcome',
    buckets: [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300],
    registers: [registry],
  });
  new Gauge({
    name: 'draftsmith_jobs_open',
    help: 'Jobs that wait, run or will be retried',
    registers: [registry],
    async collect() {
      this.set(await openJobs());
    },
  });
  return {
    finished(outcome, ms) {
      outcomes.inc({ outcome: outcome.kind, detail: detailOf(outcome) });
      seconds.observe(ms / 1000);
    },
    learnt: (verdict) => fates.inc({ verdict }),
    proposal: (what, outcome) => proposals.inc({ what, outcome }),
    completed: observeWithPrometheus(registry),
    text: () => registry.metrics(),
  };
}

function detailOf(outcome: Outcome): string {
  if (outcome.kind === 'skipped') return outcome.reason;
  return outcome.kind === 'failed' ? outcome.error : '';
}
