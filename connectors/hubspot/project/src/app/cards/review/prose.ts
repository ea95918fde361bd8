import type { ProseSectionKind, SectionKind } from '@draftsmith/contracts';

const PROSE: Record<ProseSectionKind, true> = {
  summary: true,
  solution: true,
  scope: true,
  timeline: true,
  'next-steps': true,
};

/** What a model may write anew; cover, prices and terms are never its own. */
export function isProse(kind: SectionKind): kind is ProseSectionKind {
  return Object.hasOwn(PROSE, kind);
}
