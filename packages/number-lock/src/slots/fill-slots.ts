import type { Fact, ProposalSection, RenderedSection } from '@draftsmith/contracts';
import { AppError } from '@draftsmith/errors';
import { formatFact } from '@draftsmith/pricing';
import { readSlots } from './read-slots.ts';

/**
 * A text with its slots filled in, in one pass: a value that holds braces is text like any other.
 * @throws AppError `invalid` for a slot without a fact and for braces that are no slot.
 */
export function fillSlots(text: string, facts: readonly Fact[], locale: string): string {
  return createFiller(facts, locale)(text);
}

/** @throws AppError as `fillSlots`. */
export function renderSections(
  sections: readonly ProposalSection[],
  facts: readonly Fact[],
  locale: string,
): RenderedSection[] {
  const fill = createFiller(facts, locale);
  return sections.map(({ kind, title, paragraphs, writtenBy }) => ({
    kind,
    title: fill(title),
    paragraphs: paragraphs.map((paragraph) => ({ ...paragraph, text: fill(paragraph.text) })),
    writtenBy,
  }));
}

function createFiller(facts: readonly Fact[], locale: string): (text: string) => string {
  const byKey = new Map(facts.map((fact) => [fact.key, fact]));
  return (text) => {
    let [filled, at] = ['', 0];
    const copy = (to: number) => {
      const prose = text.slice(at, to);
      if (prose.includes('{{') || prose.includes('}}'))
        throw new AppError('invalid', 'The text has a placeholder that is not written as {{key}}', {
          code: 'malformed-slot',
        });
      // "Acme Inc." and "1 мая 2027 г." bring the sentence's full stop along.
      filled += filled.endsWith('.') && /^\.(?!\.)/.test(prose) ? prose.slice(1) : prose;
    };
    for (const { key, start, end } of readSlots(text)) {
      const fact = byKey.get(key);
      if (!fact) throw new AppError('invalid', `Nothing is known for the placeholder ${key}`, { code: 'unknown-slot' });
      copy(start);
      filled += formatFact(fact, locale);
      at = end;
    }
    copy(text.length);
    return filled;
  };
}
