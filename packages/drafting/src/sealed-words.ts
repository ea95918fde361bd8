import type { Citation, DraftCheck } from '@draftsmith/contracts';
import type { drafts } from '@draftsmith/database/schema';
import type { Sealer } from '@draftsmith/sealing';

/** What a list shows of a draft, and rests sealed. */
export interface DraftAbout {
  /** Empty until the ticket has been read. */
  subject: string;
  customerName: string | null;
}

/** The draft itself, which rests sealed as well; `text` is null when it never got so far. */
export interface DraftContent {
  text: string | null;
  citations: readonly Citation[];
  check: DraftCheck | null;
}

type SoFar<Words> = { [Name in keyof Words]?: Words[Name] | undefined };
type StoredDraft = typeof drafts.$inferSelect;
type Sealed = { about: Pick<StoredDraft, 'id' | 'about'>; content: Pick<StoredDraft, 'id' | 'content'> };

/** Part of what is sealed: words that were copied to another draft do not open there. */
export const placeOf = (column: keyof Sealed, id: string) => `drafts.${column}/${id}`;

/** @returns null when nothing is known yet */
export function sealAbout(sealer: Sealer, id: string, { subject, customerName }: SoFar<DraftAbout>): string | null {
  if (!subject && !customerName) return null;
  const about: DraftAbout = { subject: subject ?? '', customerName: customerName ?? null };
  return sealer.seal(JSON.stringify(about), placeOf('about', id));
}

/** @returns null when nothing is written yet */
export function sealContent(sealer: Sealer, id: string, words: SoFar<DraftContent>): string | null {
  const { text = null, citations = [], check = null } = words;
  if (text === null && citations.length === 0 && check === null) return null;
  const content: DraftContent = { text, citations, check };
  return sealer.seal(JSON.stringify(content), placeOf('content', id));
}

/** @throws AppError `invalid` of the sealer: `sealing.key-missing`, `sealing.damaged` */
export function openAbout(sealer: Sealer, { id, about }: Sealed['about']): DraftAbout {
  if (about === null) return { subject: '', customerName: null };
  return JSON.parse(sealer.open(about, placeOf('about', id))) as DraftAbout;
}

/** @throws AppError `invalid` of the sealer: `sealing.key-missing`, `sealing.damaged` */
export function openContent(sealer: Sealer, { id, content }: Sealed['content']): DraftContent {
  if (content === null) return { text: null, citations: [], check: null };
  return JSON.parse(sealer.open(content, placeOf('content', id))) as DraftContent;
}
