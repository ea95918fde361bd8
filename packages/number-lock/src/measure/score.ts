import { lockSection } from '../lock-section.ts';
import type { LockTerms, RefusalCode } from '../terms.ts';
import { ALLOWED, type CorpusRow, FACTS, NAMES, NOTES } from './corpus.ts';

export interface Scored extends CorpusRow {
  refused: boolean;
  findings: readonly { code: RefusalCode; text: string }[];
}

export function termsOf(language: string): LockTerms {
  return {
    facts: FACTS,
    sources: [{ id: 'note:1', text: NOTES[language] ?? '' }],
    names: NAMES,
    locale: language,
    allowed: ALLOWED,
  };
}

/** Each sentence alone in a paragraph that cites the note. */
export function score(rows: readonly CorpusRow[]): Scored[] {
  return rows.map((row) => {
    const { paragraphs, findings } = lockSection(
      { kind: 'solution', paragraphs: [{ text: row.text, sources: ['note:1'] }] },
      termsOf(row.language),
    );
    return { ...row, refused: paragraphs.length === 0, findings };
  });
}
