import { daysAfter } from '../day.ts';
import { problemOf, Refused, refused } from '../problems.ts';
import { keyOf } from '../store/write-store.ts';
import { isAbove } from '../totals.ts';
import { renderedOf } from '../view.ts';
import { prove } from './prove.ts';
import { baseOf, templateOf, type Work } from './work.ts';

/** A draft quote of a stored version; a person publishes it, or nobody does. */
export async function quote(work: Work, number: number): Promise<number> {
  const { operation, deals, settings, writes, signal } = work;
  if (!settings.quotes) throw refused('quotes-off');
  await work.step('rendering');
  const { row, words } = await baseOf(work, number);
  const { proposalId, resource } = operation;
  const isAsked = (await writes.of(proposalId)).some((write) => write.number === number && write.kind === 'attach');
  if (isAbove(row.largest, settings.approvalAbove) && !isAsked) throw refused('approval');
  prove(words, await templateOf(work, words));

  await work.step('filing');
  const { content } = words;
  const write = { proposalId, number, kind: 'quote' } as const;
  const idempotencyKey = keyOf(resource, row, 'quote');
  await writes.begin(write, idempotencyKey);
  const until = content.facts.find(({ key }) => key === 'proposal.valid_until')?.value;
  const summary = renderedOf(words).find(({ kind }) => kind === 'summary')?.paragraphs ?? [];
  const receipt = await deals.draftQuote(
    {
      ...{ resource, idempotencyKey, title: content.title, locale: content.locale, prices: content.prices },
      expiresOn: until ?? daysAfter(content.date, settings.validDays),
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

/** It stands there as a draft, and a person must look at it. */
function differs(url: string | undefined): Refused {
  const gap = { code: 'amount-differs', severity: 'warns', ...(url !== undefined && { url }) } as const;
  const message = 'The draft quote was created, but its sum is not that of the proposal: compare them before you go on';
  return new Refused({ ...problemOf('gaps', { gaps: [gap] }), message });
}
