import type { Citation, Passage } from '@draftsmith/contracts';
import type { Completion } from '@draftsmith/llm';

/** `[2]`, and as models group them `[1, 3]`. */
const MARKER = /\s?\[(\d{1,2}(?:\s?[,;]\s?\d{1,2})*)\]/g;
const MAX_EXCERPT = 600;

/**
 * Takes the source numbers out of the answer and turns them into citations, in order of first use. A number that names
 * no passage is the model's invention: it is dropped with the others. Without any marker, the provider's own list
 * counts; an answer that names no source cites none.
 */
export function cite(
  completion: Pick<Completion, 'text' | 'usedSourceIds'>,
  passages: readonly Passage[],
): { text: string; citations: Citation[] } {
  const numbers = [...completion.text.matchAll(MARKER)].flatMap(([, list = '']) => list.split(/[,;]/).map(Number));
  const named = numbers.map((number) => passages[number - 1]);
  const listed = (completion.usedSourceIds ?? []).map((id) => passages.find(({ sourceId }) => sourceId === id));
  const used = new Map<string, Passage>();
  for (const passage of named.length > 0 ? named : listed) {
    if (passage && !used.has(passage.sourceId)) used.set(passage.sourceId, passage);
  }
  return { text: completion.text.replace(MARKER, '').trim(), citations: [...used.values()].map(toCitation) };
}

function toCitation({ sourceId, sourceKind, sourceTitle, url, visibility, text }: Passage): Citation {
  const excerpt = text.length > MAX_EXCERPT ? `${text.slice(0, MAX_EXCERPT).replace(/\s+\S*$/, '')} …` : text;
  return { sourceId, kind: sourceKind, title: sourceTitle, ...(url && { url }), visibility, excerpt };
}
