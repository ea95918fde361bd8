import type { ConversationTurn } from '@draftsmith/contracts';

/** The conversation cut where this draft's note stands; `after` is what followed it. */
export interface PlacedConversation {
  before: ConversationTurn[];
  after: ConversationTurn[];
}

/**
 * Finds the note that this draft became, so that it is shown in its place and only once. Without one (not written back
 * yet, or the note was removed) the draft stands at the end.
 */
export function placeDraft(turns: readonly ConversationTurn[], text: string | null): PlacedConversation {
  const at = text === null ? -1 : turns.findLastIndex((turn) => isNote(turn) && contains(turn.text, text));
  if (at < 0) return { before: [...turns], after: [] };
  return { before: turns.slice(0, at), after: turns.slice(at + 1) };
}

/** The source system knows our note only as an internal note. */
function isNote({ role }: ConversationTurn): boolean {
  return role === 'draft' || role === 'internal-note';
}

/** The source system may have re-wrapped the note on its way through HTML: only the words count. */
function contains(note: string, draft: string): boolean {
  const words = (text: string) => text.replace(/\s+/g, ' ').trim();
  return words(note).includes(words(draft));
}
