import type { ProposalSection, ProseSectionKind } from '@draftsmith/contracts';
import { type Completion, formatUsd, type NoCompletion, parseUsd } from '@draftsmith/llm';
import type { Writer, WritingDeps } from '../input.ts';
import { type OwnInput, ownSection } from '../own/own-section.ts';
import { phrasesFor } from '../own/phrases/index.ts';
import { type Asked, askSections } from './ask-sections.ts';
import { type LockedProse, lockProse } from './lock-prose.ts';
import { type Refusal, withinBudget } from './prompt.ts';

export interface WrittenProse {
  sections: ReadonlyMap<ProseSectionKind, ProposalSection>;
  writer: Writer;
}

/** What stands in the record where no model wrote; as the chain's own route without one calls itself. */
const OWN = { provider: 'offline', model: 'composer' } as const;
/** Of what was refused, in the second request: enough to see the pattern. */
const MOST_REFUSALS = 20;

/**
 * Prose of a model, under the lock. What was refused is asked for once more; what is refused again goes, and where nothing
 * is left, or nobody answers, the suite's own words stand.
 */
export async function writeProse(
  input: OwnInput,
  kinds: readonly ProseSectionKind[],
  deps: WritingDeps,
): Promise<WrittenProse> {
  const activities = withinBudget(input.activities);
  const ask = (some: readonly ProseSectionKind[], again: readonly Refusal[]) =>
    askSections({ input, kinds: some, activities, again: again.slice(0, MOST_REFUSALS) }, deps);
  const first = await ask(kinds, []);
  const asked = [first];
  const drafts = new Map(kinds.map((kind) => [kind, lockedOf(kind, first, input)]));
  const wanting = kinds.filter((kind) => !isClean(drafts.get(kind)));
  if (first.kind === 'answered' && wanting.length > 0) {
    const second = await ask(
      wanting,
      wanting.flatMap((kind) => drafts.get(kind)?.refusals ?? []),
    );
    asked.push(second);
    for (const kind of wanting) drafts.set(kind, better(drafts.get(kind), lockedOf(kind, second, input)));
  }
  const sections = new Map(kinds.map((kind) => [kind, toSection(kind, drafts.get(kind), input)]));
  const modelWritten = [...sections.values()].some(({ writtenBy }) => writtenBy === 'model');
  return { sections, writer: writerOf(asked, modelWritten) };
}

function lockedOf(kind: ProseSectionKind, asked: Asked, input: OwnInput): LockedProse | undefined {
  const paragraphs = asked.kind === 'answered' ? asked.sections.get(kind) : undefined;
  if (asked.kind !== 'answered' || !paragraphs) return undefined;
  const locked = lockProse(kind, paragraphs, input);
  const contact = asked.contained.get(kind) ?? 0;
  return contact === 0 ? locked : { ...locked, refused: added(locked.refused, { contact }) };
}

function isClean(draft: LockedProse | undefined): boolean {
  return draft !== undefined && draft.paragraphs.length > 0 && Object.keys(draft.refused).length === 0;
}

/** The second try, unless nothing came of it; the record has what was refused in both. */
function better(first: LockedProse | undefined, second: LockedProse | undefined): LockedProse | undefined {
  if (!first || !second) return first ?? second;
  const kept = second.paragraphs.length > 0 ? second : first;
  return { ...kept, refused: added(first.refused, second.refused) };
}

function toSection(kind: ProseSectionKind, draft: LockedProse | undefined, input: OwnInput): ProposalSection {
  const written: ProposalSection =
    draft && draft.paragraphs.length > 0
      ? { kind, title: phrasesFor(input.locale).titles[kind], paragraphs: draft.paragraphs, writtenBy: 'model' }
      : ownSection(kind, input);
  const refused = added(written.refused ?? {}, draft?.refused ?? {});
  return Object.keys(refused).length > 0 ? { ...written, refused } : written;
}

type Counts = Readonly<Record<string, number>>;

function added(one: Counts, other: Counts): Counts {
  const sum: Record<string, number> = { ...one };
  for (const [code, count] of Object.entries(other)) sum[code] = (sum[code] ?? 0) + count;
  return sum;
}

function writerOf(asked: readonly Asked[], modelWritten: boolean): Writer {
  const answers = asked.map((each) => (each.kind === 'answered' ? each.completion : each.answer));
  const completions = asked.flatMap((each) => (each.kind === 'answered' ? each.completion.id : []));
  const [first] = asked;
  const { provider, model } = first?.kind === 'answered' && modelWritten ? first.completion : OWN;
  return {
    ...{ provider, model, modelWritten, completions, costUsd: costOf(answers) },
    ...(first?.kind === 'unanswered' && { unanswered: first.why }),
  };
}

/** Every attempt: a cut or refused answer is paid for, too. */
function costOf(answers: readonly (Completion | NoCompletion)[]): string | null {
  const costs = answers.flatMap((answer) => {
    const tried = answer.attempts.flatMap(({ cost }) => cost?.usd ?? []);
    return tried.length > 0 ? tried : 'cost' in answer ? answer.cost.usd : [];
  });
  if (costs.length === 0) return null;
  return formatUsd(costs.reduce((sum, usd) => sum + (parseUsd(usd) ?? 0n), 0n));
}
