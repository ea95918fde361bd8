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
  return [...new Set(rows.map(({ language }) => language))].flatMap((language) => {
    const written = rows.filter((row) => row.language === language);
    const { paragraphs, findings } = lockSection(
      { kind: 'solution', paragraphs: written.map(({ text }) => ({ text, sources: ['note:1'] })) },
      termsOf(language),
    );
    const left = new Set(paragraphs.map(({ text }) => text));
    return written.map((row, index) => ({
      ...row,
      // What a lie leaves behind it is not the lie: "{{x}}\n000" loses its second line.
      refused: !left.has(row.text),
      findings: findings.filter(({ paragraph }) => paragraph === index),
    }));
  });
}
