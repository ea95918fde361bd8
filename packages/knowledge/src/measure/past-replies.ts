import { cleanMessage } from '../clean-message.ts';
import { createIndex } from '../knowledge-index.ts';
import { splitQuestions } from '../split-questions.ts';
import { tickets } from './data.ts';

const GROUPS = 10;

interface Row {
  confidence: number;
  found: number;
  random: number;
}

/**
 * Half of the answered tickets as knowledge for the other half: by confidence, how alike the best past reply and the
 * agent's own answer are, beside a random reply in the same language. Says from where on a past reply is worth quoting.
 */
export function pastReplyLines(): string[] {
  const all = tickets().filter(({ answer }) => answer.trim());
  const known = all.filter((_, i) => i % 2 === 0);
  const index = createIndex();
  index.add(
    known.map(({ id, subject, body, answer, language }) => ({
      id,
      kind: 'past-reply',
      title: subject,
      text: answer,
      question: body,
      locale: language,
      visibility: 'public',
    })),
  );
  const rows = all
    .filter((_, i) => i % 2 === 1)
    .map(({ subject, body, answer, language }, i): Row => {
      const [best] = index.search([`${subject}\n`, ...splitQuestions(cleanMessage(body))], { language, limit: 1 });
      const sameLanguage = known.filter((other) => other.language === language);
      const other = sameLanguage[(i * 7919) % sameLanguage.length];
      return {
        confidence: best?.confidence ?? 0,
        found: likeness(best?.text ?? '', answer),
        random: likeness(other?.answer ?? '', answer),
      };
    })
    .sort((a, b) => b.confidence - a.confidence);
  return groupsOf(rows).map((group) => {
    const [first, last] = [group[0], group.at(-1)];
    const mean = (value: (row: Row) => number) =>
      (group.reduce((sum, row) => sum + value(row), 0) / group.length).toFixed(2);
    return `confidence ${first?.confidence.toFixed(2)} to ${last?.confidence.toFixed(2)}: likeness ${mean((row) => row.found)}, of a random reply ${mean((row) => row.random)}`;
  });
}

function groupsOf(rows: readonly Row[]): Row[][] {
  const size = Math.ceil(rows.length / GROUPS);
  return Array.from({ length: GROUPS }, (_, i) => rows.slice(i * size, (i + 1) * size)).filter(
    ({ length }) => length > 0,
  );
}

/** Dice coefficient of the words of four letters and more. */
function likeness(a: string, b: string): number {
  const words = (text: string) => new Set(text.toLowerCase().match(/[\p{L}\d]{4,}/gu) ?? []);
  const [left, right] = [words(a), words(b)];
  const shared = [...left].filter((word) => right.has(word)).length;
  return (2 * shared) / (left.size + right.size || 1);
}
