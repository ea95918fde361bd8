import type { EntityType } from '../entity.ts';
import { mergeOverlaps } from '../overlaps.ts';
import type { Watch } from '../watch/watch-list.ts';
import { jsonTexts } from './json-texts.ts';

/** Something that should have been replaced: where, and never what. */
export interface Leak {
  type: EntityType;
  /** The text within the payload, e.g. `messages[1].content`; empty for a payload that is no JSON. */
  path: string;
  /** UTF-16 offsets in that text. */
  start: number;
  end: number;
}

/** Looks for what is watched in all texts of a JSON payload. */
export function findLeaks(payload: string, find: (text: string) => Watch[]): Leak[] {
  return jsonTexts(payload).flatMap(({ path, text }) =>
    mergeOverlaps(find(text)).map(({ type, start, end }) => ({ type, path, start, end })),
  );
}
