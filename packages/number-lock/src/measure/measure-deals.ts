import type { ProposalParagraph } from '@draftsmith/contracts';
import { formatFact } from '@draftsmith/pricing';
import { seededRandom } from '@draftsmith/seeded-random';
import { lockSection } from '../lock-section.ts';
import { proveRendered } from '../prove-rendered.ts';
import { renderSections } from '../slots/fill-slots.ts';
import { readSlots } from '../slots/read-slots.ts';
import type { LockTerms } from '../terms.ts';
import { type MadeDeal, makeDeal } from './deals.ts';
import { expectedFigures, readsAs, readsAsDay } from './oracle.ts';
import { tellStory } from './stories.ts';

export interface DealFigures {
  deals: number;
  /** Values that stand in the text that people read. */
  figures: number;
  /** Not what whole-number arithmetic on the line items gives. */
  wrong: number;
  /** In the text, and in no slot. */
  withoutSource: number;
  forged: number;
  /** Forged sentences that passed the lock. */
  forgedPassed: number;
  honest: number;
  honestRefused: number;
  /** Violations that the proof finds in what is right. */
  proofRefused: number;
  tampered: number;
  /** Rendered texts with one digit changed that the proof lets pass. */
  tamperedPassed: number;
}

export function noFigures(): DealFigures {
  return {
    ...{ deals: 0, figures: 0, wrong: 0, withoutSource: 0, forged: 0, forgedPassed: 0 },
    ...{ honest: 0, honestRefused: 0, proofRefused: 0, tampered: 0, tamperedPassed: 0 },
  };
}

/** Makes a deal by its seed, lets a half-lying model write about it, and adds up what comes of it. */
export function measureDeal(seed: number, sum: DealFigures): void {
  const random = seededRandom(seed);
  const deal = makeDeal(random);
  const { honest, forged } = tellStory(deal, random);
  const terms = termsFor(deal);
  const paragraphs = [...honest, ...forged].map((text): ProposalParagraph => ({ text, sources: [] }));
  const locked = lockSection({ kind: 'solution', paragraphs }, terms).paragraphs;
  const isHonest = new Set(honest);
  const kept = locked.filter(({ text }) => isHonest.has(text));
  sum.deals++;
  sum.honest += honest.length;
  sum.honestRefused += honest.length - kept.length;
  sum.forged += forged.length;
  sum.forgedPassed += locked.length - kept.length;
  const rendered = renderSections(
    [{ kind: 'solution', title: 'Solution', paragraphs: locked, writtenBy: 'model' }],
    deal.facts,
    deal.language,
  );
  sum.proofRefused += proveRendered(rendered, terms).length;
  const expected = expectedFigures(deal.items, deal.digits);
  for (const [index, { text }] of locked.entries())
    compare(deal, { prose: text, shown: rendered[0]?.paragraphs[index]?.text ?? '', expected }, sum);
  tamper(terms, rendered[0]?.paragraphs.map(({ text }) => text) ?? [], random, sum);
}

function termsFor({ facts, language }: MadeDeal): LockTerms {
  const named = (kind: string) => facts.filter((fact) => fact.kind === kind).map(({ value }) => value);
  return {
    facts,
    sources: [],
    names: { people: named('person'), organizations: named('organization'), products: named('product') },
    locale: language,
  };
}

/** The text between slots as it is written, the text in them by arithmetic of its own. */
function compare(
  { facts, language }: MadeDeal,
  { prose, shown, expected }: { prose: string; shown: string; expected: ReadonlyMap<string, string> },
  sum: DealFigures,
): void {
  let [at, from] = [0, 0];
  const skip = (literal: string) => {
    if (/[\p{N}%\p{Sc}]/u.test(literal)) sum.withoutSource++;
    if (shown.slice(at, at + literal.length) !== literal) sum.wrong++;
    at += literal.length;
  };
  const slots = readSlots(prose);
  for (const [index, { key, start, end }] of slots.entries()) {
    skip(prose.slice(from, start));
    const next = prose.slice(end, slots[index + 1]?.start ?? prose.length);
    // Behind the last slot the rest is known by its length: a value may hold a full stop, too.
    const close = index === slots.length - 1 ? shown.length - next.length : shown.indexOf(next, at);
    const value = shown.slice(at, close);
    const fact = facts.find((each) => each.key === key);
    sum.figures++;
    const right = expected.get(key);
    if (!fact) sum.withoutSource++;
    else if (
      fact.kind === 'date'
        ? !readsAsDay(value, fact.value, language)
        : right !== undefined && !readsAs(value, right, language)
    )
      sum.wrong++;
    else if (right === undefined && fact.kind !== 'date' && value !== formatFact(fact, language)) sum.wrong++;
    at += value.length;
    from = end;
  }
  skip(prose.slice(from));
  if (at !== shown.length) sum.wrong++;
}

/** One digit of a text changed, unless that makes another fact's value. */
function tamper(terms: LockTerms, texts: readonly string[], random: () => number, sum: DealFigures): void {
  const text = texts[Math.floor(random() * texts.length)] ?? '';
  const digits = [...text.matchAll(/\d/g)];
  const chosen = digits[Math.floor(random() * digits.length)];
  if (!chosen) return;
  const changed = `${text.slice(0, chosen.index)}${(Number(chosen[0]) + 1) % 10}${text.slice(chosen.index + 1)}`;
  // Half of an odd price leaves a net and a discount one coin apart: what is another fact's value has a source.
  const isAnother = terms.facts.some((fact) => {
    const shown = formatFact(fact, terms.locale);
    for (let at = changed.indexOf(shown); at >= 0 && shown !== ''; at = changed.indexOf(shown, at + 1))
      if (at <= chosen.index && at + shown.length > chosen.index) return true;
    return false;
  });
  if (isAnother) return;
  sum.tampered++;
  const rendered = [
    {
      ...{ kind: 'solution' as const, title: 'Solution', writtenBy: 'model' as const },
      paragraphs: [{ text: changed, sources: [] }],
    },
  ];
  if (proveRendered(rendered, terms).length === 0) sum.tamperedPassed++;
}
