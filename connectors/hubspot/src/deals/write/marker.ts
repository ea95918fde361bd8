import { digestOf } from '../../digest.ts';

/** What an artefact of ours is: the same key may leave one of each. */
export type Artefact = 'note' | 'task' | 'quote';

const MARKER = /\bds-[0-9a-f]{16}\b/;

/**
 * The reference by which a repetition finds what an earlier try left: HubSpot has no idempotency keys. It is a word that
 * survives HubSpot's cleaning of HTML, and says nothing about the key.
 */
export function markerOf(artefact: Artefact, idempotencyKey: string): string {
  const digest = digestOf(`${artefact}\n${idempotencyKey}`);
  return `ds-${digest.slice(0, 16)}`;
}

/** Whether a text carries any reference of ours. */
export function isOurs(text: string): boolean {
  return MARKER.test(text);
}
