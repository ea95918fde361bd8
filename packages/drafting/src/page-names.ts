import type { Passage } from '@draftsmith/contracts';
import type { ClaimCheck, DraftCheck, SentenceCheck } from '@draftsmith/grounding';

/** Titles and headings, each on one line, and the id of the source that they stand in. */
export type PageNames = ReadonlyMap<string, string>;

/** @param sources passages with their ids in the check */
export function pageNamesOf(
  sources: Iterable<readonly [id: string, Pick<Passage, 'sourceTitle' | 'heading'>]>,
): PageNames {
  const names = new Map<string, string>();
  for (const [id, { sourceTitle, heading = '' }] of sources)
    for (const name of [sourceTitle, heading]) if (name.trim() !== '') names.set(nameOf(name), id);
  return names;
}

/**
 * The check with the names of pages and their parts taken for what they are. "My parcel does not arrive:" before the
 * answer is a heading, "- My parcel does not arrive – https://..." behind it an entry of a list, word for word; their
 * "not" denies nothing that another page says, their "warranty" grants nothing. Figures and addresses in them still count.
 */
export function withPageNames(check: DraftCheck, names: PageNames): DraftCheck {
  const isName = ({ text, verdict, claims }: SentenceCheck) =>
    (verdict === 'unsupported' || verdict === 'contradicted') && names.has(nameOf(text)) && claims.every(isHarmless);
  const named = new Set(check.sentences.filter(isName));
  if (named.size === 0) return check;
  const sentences = check.sentences.map((sentence): SentenceCheck => {
    const id = named.has(sentence) && names.get(nameOf(sentence.text));
    if (!id) return sentence;
    const { text, start, end } = sentence;
    return { text, start, end, verdict: 'supported', claims: [], source: { id, start: 0, end: 0 } };
  });
  return { ...check, sentences, supported: check.supported + named.size };
}

const HARMLESS: readonly ClaimCheck['kind'][] = ['negation', 'modality', 'name', 'promise'];

/** "Warranty and battery" is a title: it names what the page is about, and promises and denies nothing. */
function isHarmless({ kind, verdict }: ClaimCheck): boolean {
  return verdict === 'supported' || HARMLESS.includes(kind);
}

/** Without the list's dash before it and the page's address behind it. */
function nameOf(line: string): string {
  return line
    .replace(/^\s*[-•*]\s+/, '')
    .replace(/\s+[–—-]\s+https?:\/\/\S+\s*$/, '')
    .replace(/\s+/g, ' ')
    .replace(/[\s:.]+$/, '')
    .trim()
    .toLowerCase();
}
