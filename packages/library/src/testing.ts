import type { KnowledgeDocument } from '@draftsmith/contracts';

/** An article of tests; `more` says what is particular about it. */
export function article(
  id: string,
  title: string,
  text: string,
  more: Partial<KnowledgeDocument> = {},
): KnowledgeDocument {
  const fixed = { kind: 'article', locale: 'en', visibility: 'public', updatedAt: '2026-11-01T00:00:00Z' } as const;
  return { id, title, text, ...fixed, ...more };
}
