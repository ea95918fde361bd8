import type { ClaimCheck, DraftCheck, SourceSpan, Verdict } from '@draftsmith/grounding';

/** What stands before a sentence, so that no colour is needed. */
export const MARKS: Readonly<Record<Verdict, string>> = {
  supported: '✓',
  unsupported: '?',
  contradicted: '✗',
  'no-claim': ' ',
};
const COLOURS: Readonly<Record<Verdict, number>> = { supported: 32, unsupported: 33, contradicted: 31, 'no-claim': 2 };

/** A check as lines for a person: a mark, the sentence, and where its support or its contradiction stands. */
export function checkText(
  { sentences }: DraftCheck,
  { coloured, details }: { coloured: boolean; details: boolean },
): readonly string[] {
  return sentences.flatMap(({ text, verdict, claims, source }) => {
    const line = `${MARKS[verdict]} ${printable(text)}`;
    const problems = claims.filter((claim) => details || claim.verdict !== 'supported');
    return [
      `${coloured ? `\u001b[${COLOURS[verdict]}m${line}\u001b[0m` : line}${source && verdict === 'supported' ? `  [${place(source)}]` : ''}`,
      ...problems.map(claimLine),
    ];
  });
}

function claimLine({ kind, text, verdict, source, agreeing }: ClaimCheck): string {
  const where = source ? ` by ${place(source)}` : '';
  const also = agreeing ? `, though ${place(agreeing)} agrees` : '';
  return `${claimWords(kind, text, verdict)}${where}${also}`;
}

/** `price "€5": unsupported`, below its sentence. */
export function claimWords(kind: string, text: string, verdict: string): string {
  return `    ${kind} "${printable(text)}": ${verdict}`;
}

function place({ id, start, end }: SourceSpan): string {
  return printable(end === 0 ? `${id}, title` : `${id} ${start}-${end}`);
}

/** On one line. Drafts come from models: a control character could move the cursor or colour another line. */
export function printable(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/\p{Cc}/gu, '');
}
