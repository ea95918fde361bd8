import type { Fact, RenderedSection } from '@draftsmith/contracts';
import { formatFact, RHYTHMS, rhythmName } from '@draftsmith/pricing';
import { linesOf } from './names/bound-phrases.ts';
import { type Binder, createBinder } from './scan.ts';
import { fillSlots } from './slots/fill-slots.ts';
import { readSlots } from './slots/read-slots.ts';
import type { FactSpan, LockTerms, UnboundWords } from './terms.ts';

/** A figure in the text that people read which no fact, cited activity or word of the company's own holds. */
export interface Violation extends UnboundWords {
  /** Index of the section. */
  section: number;
  /** Absent: in its title. */
  paragraph?: number;
  /** What a person wrote and has confirmed is for the caller to let pass. */
  writtenBy: RenderedSection['writtenBy'];
}

interface ShownValue {
  shown: string;
  facts: Fact[];
}

/**
 * The last look before a document is made, at the filled text and without knowing where slots were: every figure must be
 * the formatted value of a fact, unaltered by what stands beside it. What a model wrote is read as strictly as by
 * `lockSection`; words of templates and of people for figures only.
 */
export function proveRendered(rendered: readonly RenderedSection[], terms: LockTerms): Violation[] {
  const [model, others] = [
    createBinder(terms),
    createBinder({ ...terms, allowed: [...(terms.allowed ?? []), ...rhythmsOf(terms)] }),
  ];
  const values = shownValues(terms);
  const own = ownLines(terms);
  return rendered.flatMap(({ title, paragraphs, writtenBy }, section) => {
    const strict = writtenBy === 'model';
    const binder = strict ? model : others;
    return [
      ...prove(others, values, { text: title, sources: [], strict: false }).map((found) => ({
        ...found,
        section,
        writtenBy,
      })),
      ...paragraphs.flatMap(({ text, sources }, paragraph) =>
        // A line of the company's own is bound to whoever wrote it, with the values in it.
        writtenBy === 'template' && own.has(text)
          ? []
          : prove(binder, values, { text, sources, strict }).map((found) => ({
              ...found,
              section,
              paragraph,
              writtenBy,
            })),
      ),
    ];
  });
}

/** Lines of the company's own texts as they read with their slots filled in. */
function ownLines({ allowed = [], facts, locale }: LockTerms): ReadonlySet<string> {
  const keys = new Set(facts.map(({ key }) => key));
  const lines = allowed.flatMap(linesOf).filter((line) => {
    const slots = readSlots(line);
    const braces = line.match(/\{\{|\}\}/g)?.length ?? 0;
    return slots.every(({ key }) => keys.has(key)) && braces === 2 * slots.length;
  });
  return new Set(lines.map((line) => fillSlots(line, facts, locale)));
}

/** "every two weeks" in the suite's own words, where something is paid so. */
function rhythmsOf({ facts, locale }: LockTerms): string[] {
  const paid = new Set(facts.map(({ key }) => /^total\.([a-z_]+)\./.exec(key)?.[1]?.replaceAll('_', '-')));
  return RHYTHMS.filter((rhythm) => paid.has(rhythm)).map((rhythm) => rhythmName(rhythm, locale));
}

function prove(
  binder: Binder,
  values: readonly ShownValue[],
  { text, sources, strict }: { text: string; sources: readonly string[]; strict: boolean },
): UnboundWords[] {
  // "Payable within 30 days" stays as it is where something also costs 30, "12 warehouses" where 12 users are offered.
  const held = binder.holds(text, sources);
  const isPart = ({ start, end }: FactSpan) =>
    held.some((whole) => whole.start <= start && whole.end >= end && whole.end - whole.start > end - start);
  const spans = valueSpans(text, values).filter((span) => !isPart(span));
  return binder
    .scan(text, spans, sources)
    .filter(({ figure }) => strict || figure)
    .map(({ start, end, text: words, code }) => ({ start, end, text: words, code }));
}

/** Values as they are shown, the longest first: "1,200" is no "200" with something before it. */
function shownValues({ facts, locale }: LockTerms): ShownValue[] {
  const byText = new Map<string, Fact[]>();
  for (const fact of facts) {
    const shown = formatFact(fact, locale);
    if (shown.trim() !== '') byText.set(shown, [...(byText.get(shown) ?? []), fact]);
  }
  return [...byText].map(([shown, held]) => ({ shown, facts: held })).sort((a, b) => b.shown.length - a.shown.length);
}

const WORD = /[\p{L}\p{N}]/u;

function valueSpans(text: string, values: readonly ShownValue[]): FactSpan[] {
  const spans: FactSpan[] = [];
  const isFree = (start: number, end: number) => spans.every((span) => span.end <= start || span.start >= end);
  for (const { shown, facts } of values)
    for (let start = text.indexOf(shown); start >= 0; start = text.indexOf(shown, start + 1)) {
      const end = start + shown.length;
      const touches =
        (WORD.test(shown[0] ?? '') && WORD.test(text[start - 1] ?? '')) ||
        (WORD.test(shown.at(-1) ?? '') && WORD.test(text[end] ?? ''));
      if (!touches && isFree(start, end)) spans.push({ start, end, facts });
    }
  return spans.sort((a, b) => a.start - b.start);
}
