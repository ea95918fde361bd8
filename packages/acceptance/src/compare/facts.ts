import { type ClaimCheck, checkDraft } from '@draftsmith/grounding';

/** What must be found on the other side; the rest counts only where the other side says the opposite. */
const HARD: ReadonlySet<ClaimCheck['kind']> = new Set([
  'number',
  'price',
  'percentage',
  'date',
  'time',
  'duration',
  'link',
  'email',
  'order',
  'version',
  'name',
]);

/** Whether two wordings of one statement differ in a figure, date, name, link, negation or promise. */
export function factsDiffer(draft: string, reply: string, language: string): boolean {
  return saysMore(reply, draft, language) || saysMore(draft, reply, language);
}

function saysMore(text: string, than: string, language: string): boolean {
  const { sentences } = checkDraft({ text, language }, [{ id: 'other', text: than, locale: language }]);
  return sentences.some(({ claims }) => claims.some(isDifferent));
}

function isDifferent({ kind, verdict }: ClaimCheck): boolean {
  if (verdict === 'contradicted') return kind !== 'modality';
  return verdict === 'unsupported' && HARD.has(kind);
}
