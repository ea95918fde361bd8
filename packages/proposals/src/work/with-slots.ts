import type { Fact, ProposalSection } from '@draftsmith/contracts';
import { readSlots } from '@draftsmith/number-lock';
import { formatFact } from '@draftsmith/pricing';

export interface Shown {
  /** The section as it was when the person began. */
  before: ProposalSection;
  facts: readonly Fact[];
  locale: string;
}

/**
 * What a person typed, with the values that the section showed bound to their facts again: a person reads and leaves
 * "€2,345.60", and does not know that it is a slot. Only facts of that very section count: the same figure elsewhere may
 * mean something else. Braces of a person's own are no slots.
 */
export function withSlots(typed: string, { before, facts, locale }: Shown): string {
  const keys = [...new Set(before.paragraphs.flatMap(({ text }) => keysIn(text)))];
  const shown = keys
    .flatMap((key) => facts.find((fact) => fact.key === key) ?? [])
    .map((fact) => ({ key: fact.key, value: formatFact(fact, locale) }))
    .filter(({ value }) => value !== '')
    // "€2,345.60" before the "2" in it.
    .toSorted((a, b) => b.value.length - a.value.length);
  const parts = typed.replaceAll(/\{(?=\{)|\}(?=\})/g, '$& ');
  if (shown.length === 0) return parts;
  const values = shown.map(({ value }) => escaped(value)).join('|');
  const whole = new RegExp(`(?<![\\p{L}\\p{N}]|\\p{N}[.,])(?:${values})(?![\\p{L}\\p{N}]|[.,]\\p{N})`, 'gu');
  return parts.replace(whole, (found) => {
    const key = shown.find(({ value }) => isSame(value, found))?.key;
    return key === undefined ? found : `{{${key}}}`;
  });
}

/** As the person typed it; half of a slot stays as it is. */
export function withoutSlots(text: string, facts: readonly Fact[], locale: string): string {
  return readSlots(text).reduceRight((shown, { key, start, end }) => {
    const fact = facts.find((one) => one.key === key);
    return fact ? shown.slice(0, start) + formatFact(fact, locale) + shown.slice(end) : shown;
  }, text);
}

function keysIn(text: string): string[] {
  return readSlots(text).map(({ key }) => key);
}

/** Blanks within figures are of several kinds, and browsers change them. */
function escaped(value: string): string {
  return value.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(/\s/gu, '\\s');
}

function isSame(value: string, found: string): boolean {
  const plain = (text: string) => text.replaceAll(/\s/gu, ' ');
  return plain(value) === plain(found);
}
