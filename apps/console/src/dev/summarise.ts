import type { DraftListItem, DraftState, DraftSummary } from '@draftsmith/contracts';

/** The summary of a list, as the real server works it out in SQL. Money in whole billionths: no binary fractions. */
export function summarise(drafts: readonly DraftListItem[]): DraftSummary {
  const counts: Record<DraftState, number> = { waiting: 0, working: 0, drafted: 0, skipped: 0, failed: 0 };
  const providers = new Map<string, DraftSummary['providers'][number]>();
  for (const draft of drafts) {
    counts[draft.state] += 1;
    if (draft.state !== 'drafted' || !draft.provider || !draft.model) continue;
    const key = `${draft.provider}/${draft.model}`;
    const row = providers.get(key) ?? { provider: draft.provider, model: draft.model, drafts: 0 };
    providers.set(key, { ...row, drafts: row.drafts + 1 });
  }
  const times = drafts
    .flatMap((draft) => (draft.state === 'drafted' ? (draft.totalMs ?? []) : []))
    .sort((a, b) => a - b);
  const billionths = drafts.reduce((sum, draft) => sum + toBillionths(draft.costUsd ?? '0'), 0n);
  return {
    counts,
    providers: [...providers.values()].sort((a, b) => b.drafts - a.drafts),
    costUsd: `${billionths / 1_000_000_000n}.${String(billionths % 1_000_000_000n).padStart(9, '0')}`,
    inputTokens: drafts.reduce((sum, draft) => sum + (draft.inputTokens ?? 0), 0),
    outputTokens: drafts.reduce((sum, draft) => sum + (draft.outputTokens ?? 0), 0),
    medianMs: times[Math.floor(times.length / 2)] ?? null,
  };
}

function toBillionths(usd: string): bigint {
  const [whole = '0', fraction = ''] = usd.split('.');
  return BigInt(whole) * 1_000_000_000n + BigInt(fraction.padEnd(9, '0').slice(0, 9));
}
