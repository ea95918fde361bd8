import type { Draft, DraftContext, Passage } from '@draftsmith/contracts';
import { checkReply, containQuotes, groundsOf, inLine, quoted, readContext, STEER } from '@draftsmith/drafting';
import { type Completion, formatUsd, parseUsd } from '@draftsmith/llm';
import { failureOf } from '../failures.ts';
import type { Version } from '../store/version-store.ts';
import { type Answer, askModel, asSource } from './ask-model.ts';
import { keep } from './regenerate.ts';
import { changedClaims } from './same-claims.ts';
import { shorten } from './shorten.ts';
import { baseOf, briefOf, contextIn, type Ended, gather, isErased, type Work } from './work.ts';

export type Manner = 'shorter' | 'warmer' | 'more-formal';

const MANNERS: Record<Manner, string> = {
  shorter: 'clearly shorter: every sentence that is not needed goes',
  warmer: 'warmer and friendlier, without becoming long or familiar',
  'more-formal': 'more formal, in the polite form of address where the language has one',
};

/** The same statements in another manner. What comes out is thrown away unless it says the same. */
export async function rewrite(work: Work, manner: Manner): Promise<Ended> {
  await work.step('reading');
  const found = await baseOf(work);
  if (!found) return { kind: 'failed', failure: failureOf('no-text') };
  const gathered = await gather(work);
  if (gathered.kind === 'context' && gathered.context.revision !== found.row.revision)
    return { kind: 'failed', failure: failureOf('newer-message') };
  const raw = contextIn(gathered, work);
  if (!raw) return { kind: 'failed', failure: failureOf('closed') };
  const { row, base } = found;
  if (await isErased(work, row.id, raw)) return { kind: 'failed', failure: failureOf('erased') };

  const written = await writtenAs(work, { manner, base, context: raw, reference: row.id });
  if (written.kind === 'failed') return written;
  if (written.text === base.text) return { kind: 'failed', failure: failureOf('same-text') };
  await work.step('checking');
  const checked = await checkedAs(work, { base, text: written.text, context: readContext(raw) });
  if (!checked) return { kind: 'failed', failure: failureOf('unsupported') };
  // A model takes its time, and somebody may have been erased in it.
  if (await isErased(work, row.id, raw)) return { kind: 'failed', failure: failureOf('erased') };
  const draft = { ...checked, ...written.author };
  await keep(work, row, { how: manner, steer: base.steer, draft, costUsd: written.costUsd });
  return { kind: 'done' };
}

interface Rewriting {
  manner: Manner;
  base: Version;
  context: DraftContext;
  reference: string;
}

type Author = Pick<Draft, 'provider' | 'model' | 'modelWritten'>;
type Written = { kind: 'written'; text: string; author: Author; costUsd: string } | (Ended & { kind: 'failed' });

/** A model gets a second chance to keep the facts; without one, leaving out is all that can be done. */
async function writtenAs(work: Work, rewriting: Rewriting): Promise<Written> {
  const { base, context, manner } = rewriting;
  await work.step('writing');
  const completions: Completion[] = [];
  const names = namesOf(context);
  let changed: readonly string[] = [];
  for (const cache of ['on', 'off'] as const) {
    const answer: Answer = await ask(work, rewriting, { cache, changed });
    if (answer.kind === 'failed') return manner === 'shorter' ? leftOut(base, answer) : answer;
    completions.push(answer.completion);
    changed = changedClaims({ before: base.text, after: answer.text, language: base.language, names });
    if (changed.length > 0) continue;
    const { provider, model, modelWritten } = answer.completion;
    const cost = completions.reduce((sum, { cost: { usd } }) => sum + (parseUsd(usd) ?? 0n), 0n);
    return { kind: 'written', text: answer.text, author: { provider, model, modelWritten }, costUsd: formatUsd(cost) };
  }
  return { kind: 'failed', failure: failureOf('facts-changed') };
}

function leftOut(base: Version, failed: Answer & { kind: 'failed' }): Written {
  const { code } = failed.failure;
  if (code !== 'no-model' && code !== 'unreachable') return failed;
  const text = shorten(base.text, base.language);
  if (text === base.text) return code === 'no-model' ? failed : { kind: 'failed', failure: failureOf('unreachable') };
  const { provider, model, modelWritten } = base;
  return { kind: 'written', text, author: { provider, model, modelWritten }, costUsd: '0' };
}

function ask(
  work: Work,
  { base, context, manner, reference }: Rewriting,
  { cache, changed }: { cache: 'on' | 'off'; changed: readonly string[] },
): Promise<Answer> {
  const instructions = `You rewrite a support reply. Make it ${MANNERS[manner]}. It must say exactly the same: keep every number, price, date, duration, name, link, condition, negation and promise as it stands, add none, and answer in the language of the reply (${base.language}). Keep the greeting and the closing. Answer with the new reply only.`;
  return askModel(work, {
    purpose: 'rewrite',
    ...{ context, instructions, reference, cache },
    language: base.language,
    sources: [asSource(base.text)],
    maxOutputTokens: 1_500,
    material: (redact) =>
      [
        `The reply:\n${quoted(redact(base.text))}`,
        ...(changed.length > 0
          ? [`An earlier try lost or changed these: ${changed.map((one) => `"${inLine(redact(one))}"`).join(', ')}`]
          : []),
      ].join('\n\n'),
  });
}

/** As the draft itself is checked, so that the marks of every version mean the same. */
async function checkedAs(
  work: Work,
  { base, text, context }: { base: Version; text: string; context: DraftContext },
): Promise<Omit<Draft, keyof Author> | undefined> {
  const { policy } = work;
  const { language, citations } = base;
  const passages = passagesOf(base);
  const { signature, instructions, phrases } = await briefOf(work, context);
  const steer = base.steer ?? undefined;
  const checked = await checkReply({
    ...{ text, language },
    grounds: groundsOf({ context, passages, signature, policy, steer }),
    unsupported: policy.truth.unsupported,
  });
  if (checked.kind === 'withheld') return undefined;
  const bounds = { language, passages, policy, customer: context.customer, instructions, phrases };
  return { text: checked.text, language, citations, check: containQuotes(checked.check, bounds) };
}

/** What the original rests on, as it is kept with it: the sources may have changed since. */
function passagesOf({ citations, check }: Version): Passage[] {
  const cited = citations.map(({ sourceId, kind, title, url, visibility, excerpt }) => ({
    ...{ sourceId, sourceKind: kind, sourceTitle: title, visibility, text: excerpt, confidence: 1 },
    ...(url && { url }),
  }));
  const shown = (check?.sentences ?? []).flatMap(({ evidence, agreeing }) => [evidence ?? [], agreeing ?? []].flat());
  const quotes = shown.flatMap(({ sourceId, title, url, visibility, quote }): Passage[] =>
    visibility === 'conversation' || sourceId === STEER
      ? []
      : [
          {
            ...{ sourceId, sourceKind: 'article', sourceTitle: title, visibility, text: quote, confidence: 1 },
            ...(url && { url }),
          },
        ],
  );
  const known = new Set(cited.map(({ text }) => text));
  return [...cited, ...quotes.filter(({ text }) => ![...known].some((whole) => whole.includes(text)))];
}

/** Also as parts of a name, which a warmer greeting may take alone. */
function namesOf({ customer, people }: DraftContext): string[] {
  const known = [customer, ...people].flatMap(({ name, organization }) => [name ?? [], organization ?? []].flat());
  return [...new Set(known.flatMap((name) => [name, ...name.split(/\s+/)]))].filter((name) => name.length > 1);
}
