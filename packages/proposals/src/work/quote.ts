import type { ProposalContent, ProposalRequest, ProposalSettings } from '@draftsmith/contracts';
import { approvalOf } from '../approval.ts';
import { dayIn, daysAfter } from '../day.ts';
import { validUntil } from '../outdated.ts';
import { problemOf, Refused, refused } from '../problems.ts';
import { keyOf, type Write } from '../store/write-store.ts';
import { renderedOf } from '../view.ts';
import { refuseOutdated } from './outdated.ts';
import { prove } from './prove.ts';
import { baseOf, templateOf, type Work } from './work.ts';

type Asked = ProposalRequest & { what: 'quote' };

/** A draft quote of a stored version; a person publishes it, or nobody does. */
export async function quote(work: Work, { version: number, confirmed }: Asked): Promise<number> {
  const { operation, deals, settings, writes, signal } = work;
  if (!settings.quotes) throw refused('quotes-off');
  await work.step('rendering');
  const base = await baseOf(work, number);
  const { row, words } = base;
  const { proposalId, resource } = operation;
  if (approvalOf({ ...row, writes: await writes.of(proposalId), settings }) === 'missing') throw refused('approval');
  if (!confirmed) await refuseOutdated(work, base, 'quote');
  prove(words, await templateOf(work, words));

  await work.step('filing');
  const { content } = words;
  const idempotencyKey = keyOf(resource, row, 'quote');
  const write: Write = { proposalId, number, kind: 'quote', idempotencyKey };
  await writes.begin(write);
  const summary = renderedOf(words).find(({ kind }) => kind === 'summary')?.paragraphs ?? [];
  const receipt = await deals.draftQuote(
    {
      ...{ resource, idempotencyKey, title: content.title, locale: content.locale, prices: content.prices },
      expiresOn: expiryOf(content, settings, operation.createdAt),
      ...(summary.length > 0 && { coverLetter: summary.map(({ text }) => text).join('\n\n') }),
    },
    signal,
  );
  const { url, quoteId, kind } = receipt;
  const state = kind === 'differs' ? 'differs' : 'done';
  await writes.done(write, { artefactIds: [quoteId], url, state });
  if (state === 'differs') throw differs(url);
  return number;
}

/** YYYY-MM-DD. One whose validity has ended, and which is meant all the same, gets as long again. */
function expiryOf(content: ProposalContent, { validDays }: ProposalSettings, asked: Date): string {
  const until = validUntil(content) ?? daysAfter(content.date, validDays);
  const today = dayIn('UTC', asked);
  return until < today ? daysAfter(today, validDays) : until;
}

/** It stands there as a draft, and a person must look at it. */
function differs(url: string | undefined): Refused {
  const gap = { code: 'amount-differs', severity: 'warns', ...(url !== undefined && { url }) } as const;
  const message = 'The draft quote was created, but its sum is not that of the proposal: compare them before you go on';
  return new Refused({ ...problemOf('gaps', { gaps: [gap] }), message });
}
