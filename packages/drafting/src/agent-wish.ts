import type { Passage } from '@draftsmith/contracts';
import { asRead } from '@draftsmith/untrusted-text';

/** What an agent beside the ticket wants of the next reply. No reply composed without a model can heed it. */
export interface AgentWish {
  /** "tell them the refund was sent": followed, and what it states counts as known. */
  steer?: string;
  /** The reply that was not good enough. */
  previous?: string;
}

/** Characters; a wish, not a letter. */
export const MAX_STEER = 500;
const MAX_PREVIOUS = 10_000;

/** As it is read, in bounds. A steer that says nothing is none. */
export function readWish({ steer, previous }: AgentWish): AgentWish {
  const wanted = steer && asRead(steer).replace(/\s+/g, ' ').trim().slice(0, MAX_STEER).toWellFormed();
  return { ...(wanted && { steer: wanted }), ...(previous && { previous: previous.slice(0, MAX_PREVIOUS) }) };
}

/** Links that an agent names may stand in the reply, like those of a public article. */
export function vouchedFor(wish: AgentWish | undefined): Passage[] {
  if (!wish?.steer) return [];
  const { steer: text } = wish;
  return [{ sourceId: STEER, sourceTitle: '', sourceKind: 'macro', text, visibility: 'public', confidence: 1 }];
}

/** What a statement rests on that an agent has vouched for. */
export const STEER = 'steer';
