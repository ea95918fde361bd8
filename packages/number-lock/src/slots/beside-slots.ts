import type { Fact } from '@draftsmith/contracts';
import type { BoundPhrase } from '../names/bound-phrases.ts';
import type { Prose } from '../read/prose.ts';
import type { FactSpan, Finding } from '../terms.ts';
import { altersBefore, altersBehind, PER_ONE } from './altering-words.ts';
import { isMisstated } from './false-statements.ts';

const VALUES: ReadonlySet<string> = new Set(['money', 'quantity', 'percent', 'date', 'duration']);
const OPENS = /(?:^|[\s([„«“"‘'’])$/u;
const CLOSES = /^(?:$|\s|[)\]»“”"’'!?…;]|[.,:](?:$|[\s)\]»“”"’']))/u;
/** "Harbor-Lizenzen", "{{name}}’s": beside what is no figure. */
const CLOSES_NAME = /^(?:[-‐‑]\p{L}|['’]s\b|\/)/u;
/** An apostrophe before a word: "l’{{customer.company}}". */
const ELISION = /\p{L}['’]$/u;

export function isValue({ kind }: Pick<Fact, 'kind'>): boolean {
  return VALUES.has(kind);
}

function holdsValue({ facts }: FactSpan): boolean {
  return facts.some(isValue);
}

/** Slots that no fact fills, and words and signs that make of a slot's value another one, or of a true one a lie. */
export function checkSlots(prose: Prose, phrases: readonly BoundPhrase[], facts: readonly Fact[]): Finding[] {
  const mixed = mixedItems(prose, phrases);
  return prose.spans.flatMap((span): Finding[] => {
    const finding = (code: Finding['code'], { start, end }: { start: number; end: number } = span): Finding[] => [
      { start, end, text: prose.text.slice(start, end), code, figure: true },
    ];
    if (span.facts.length === 0) return finding('unknown-slot');
    if (isGlued(prose, span)) return finding('altered-slot');
    if (!holdsValue(span)) return [];
    const token = prose.tokenOf(span);
    if (token === undefined) return finding('altered-slot');
    const isOther = isAltered(prose, span, token) || mixed.has(span) || isMisstated(prose, span, facts);
    return isOther ? finding('altered-slot') : [];
  });
}

/** Signs that touch it: "1{{x}}", "{{x}}0", "{{x}}.5", "-{{x}}", "{{x}}%". */
function isGlued({ text, spans }: Prose, span: FactSpan): boolean {
  const [before, behind] = [text.slice(Math.max(0, span.start - 3), span.start), text.slice(span.end, span.end + 3)];
  const opens = OPENS.test(before) && (ELISION.test(before) || !/[\p{N}]['’]$/u.test(before));
  const value = holdsValue(span);
  const closes = CLOSES.test(behind) || (!value && CLOSES_NAME.test(behind));
  if (!(opens || (!value && /(?:\/|\p{L}[–—-])$/u.test(before))) || !closes) return true;
  if (!value) return false;
  // Two values with nothing between them read as one.
  const next = spans.find(({ start }) => start >= span.end);
  return next !== undefined && holdsValue(next) && /^[\s–—‐‑-]*$/u.test(text.slice(span.end, next.start));
}

function isAltered(prose: Prose, span: FactSpan, token: number): boolean {
  const { reader } = prose.document;
  const range = prose.rangeOf(token);
  const [before, behind]: [string[], string[]] = [[], []];
  for (let at = token - 1; at >= range.from && before.length < 4; at--) before.unshift(reader.word(at));
  for (let at = token + 1; at < range.to && behind.length < 4; at++) behind.push(reader.word(at));
  const isDate = span.facts.every(({ kind }) => kind === 'date');
  // A hyphen before a figure is a minus; a dash that has a word before it is punctuation.
  const dash = before.at(-1) ?? '';
  if (dash === '-' || (/^[–—]$/u.test(dash) && before.length === 1 && !isDate)) return true;
  if (altersBehind(behind) || (!isDate && altersBefore(before, { bounds: true }))) return true;
  if (isDate && altersBefore(before, { bounds: false })) return true;
  // "per user" goes with the price of one, and with nothing else.
  const perOne = PER_ONE.test(behind.slice(0, 3).join(' '));
  return (
    perOne && span.facts.some(({ kind }) => kind === 'money') && !span.facts.some(({ key }) => key.endsWith('.price'))
  );
}

function itemOf({ key }: Fact): string | undefined {
  return /^item\.(\d+)\./.exec(key)?.[1];
}

/** Figures of another line item than those that the sentence names: "{{item.1.name}} costs {{item.2.price}}". */
function mixedItems(prose: Prose, phrases: readonly BoundPhrase[]): ReadonlySet<FactSpan> {
  const mixed = new Set<FactSpan>();
  for (const { range, start, end } of prose.document.sentences) {
    const spans = prose.spans.filter((span) => span.start >= start && span.end <= end);
    const [named, hinted] = [new Set<string | undefined>(), new Set<string | undefined>()];
    for (const span of spans)
      if (!holdsValue(span)) for (const fact of span.facts) if (itemOf(fact)) named.add(itemOf(fact));
    // "consulting hours" may be any hours; "Consulting hours" is what the line item is called.
    for (const { fact, from, to } of phrases)
      if (fact?.kind === 'product' && from >= range.from && to <= range.to)
        (isWritten(prose, { from, to }, fact) ? named : hinted).add(itemOf(fact));
    const figures = spans.filter((span) => holdsValue(span) && span.facts.every((fact) => itemOf(fact) !== undefined));
    const fits = (items: ReadonlySet<string | undefined>) => (span: FactSpan) =>
      span.facts.some((fact) => items.has(itemOf(fact)));
    const either = new Set([...named, ...hinted]);
    // "consulting hours" may be any hours; "Consulting hours" is what the line item is called.
    const isMixed = named.size > 0 || (hinted.size > 0 && !figures.some(fits(either)));
    if (isMixed) for (const span of figures) if (!fits(either)(span)) mixed.add(span);
  }
  return mixed;
}

function isWritten({ document, text }: Prose, { from, to }: { from: number; to: number }, { value }: Fact): boolean {
  const { tokens } = document.reader;
  return text.slice(tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0) === value;
}
