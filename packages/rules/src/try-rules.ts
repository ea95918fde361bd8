import type { DraftingRules, ResourceFacts, ResourceRef, RuleReason } from '@draftsmith/contracts';
import { decide } from './decide.ts';

/** A message of the past, as it was when it came. */
export interface PastMessage {
  resource: ResourceRef;
  facts: ResourceFacts;
  language: string | null;
  at: Date;
}

const HOUR = 60 * 60_000;

/**
 * What rules would have said to each of these messages, in their order. Caps are reached by the drafts that these very
 * rules would have let through before.
 */
export function tryRules(rules: DraftingRules, messages: readonly PastMessage[]): ('draft' | RuleReason)[] {
  const onResource = new Map<string, number>();
  const drafted: number[] = [];
  const verdicts = new Map<PastMessage, 'draft' | RuleReason>();
  for (const message of [...messages].sort((a, b) => a.at.getTime() - b.at.getTime())) {
    const { resource, at } = message;
    const id = JSON.stringify([resource.type, resource.id]);
    while ((drafted[0] ?? Number.POSITIVE_INFINITY) <= at.getTime() - HOUR) drafted.shift();
    const drafts = { onResource: onResource.get(id) ?? 0, lastHour: drafted.length };
    const verdict = decide(rules, { ...message, drafts });
    verdicts.set(message, verdict);
    if (verdict !== 'draft') continue;
    onResource.set(id, drafts.onResource + 1);
    drafted.push(at.getTime());
  }
  return messages.map((message) => verdicts.get(message) ?? 'draft');
}
