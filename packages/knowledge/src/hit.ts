import type { Passage } from '@draftsmith/contracts';
import type { SourcePassage } from './passages.ts';

/** A passage that was found for a question. */
export interface Hit {
  passage: SourcePassage;
  confidence: number;
}

/** Rank by rank; within a rank the question that is answered best comes first. No passage twice. */
export function interleaved<Found extends Hit>(rankings: readonly (readonly Found[])[]): Found[] {
  if (rankings.length === 1) return [...(rankings[0] ?? [])];
  const best = new Map<SourcePassage, Found>();
  for (const hit of rankings.flat()) {
    const known = best.get(hit.passage);
    if (!known || known.confidence < hit.confidence) best.set(hit.passage, hit);
  }
  const order = new Set<SourcePassage>();
  const depth = Math.max(0, ...rankings.map((ranking) => ranking.length));
  for (let rank = 0; rank < depth; rank++) {
    const row = rankings.flatMap((ranking) => ranking[rank] ?? []);
    for (const hit of row.sort((a, b) => b.confidence - a.confidence)) order.add(hit.passage);
  }
  return [...order].flatMap((passage) => best.get(passage) ?? []);
}

export function toPassage({ passage, confidence: covered }: Hit): Passage {
  const { source, heading, text } = passage;
  return {
    sourceId: source.id,
    sourceTitle: source.title,
    sourceKind: source.kind,
    ...(heading === undefined ? {} : { heading }),
    text,
    ...(source.locale === undefined ? {} : { locale: source.locale }),
    ...(source.url === undefined ? {} : { url: source.url }),
    visibility: source.visibility,
    confidence: covered,
  };
}
