import type { DraftingRules, ResourceFacts, ResourceRef, RuleReason } from '@draftsmith/contracts';
import { isInShare } from './pilot.ts';

/** What rules decide by. */
export interface RulesInput {
  resource: ResourceRef;
  facts: ResourceFacts;
  /** ISO 639-1 of what the customer wrote; null where nobody knows it. */
  language: string | null;
  /** Drafts that this resource has got, and that the account has got within an hour. */
  drafts: { onResource: number; lastHour: number };
}

/**
 * Whether a message gets a draft; else the first rule that leaves it without one. Those about the message itself come
 * before those about how much there is of it, so that a cap is named only where nothing else stands in the way.
 */
export function decide(rules: DraftingRules, input: RulesInput): 'draft' | RuleReason {
  const { facts, drafts } = input;
  return (
    leftOut(rules, input) ??
    (rules.when === 'first-reply' && facts.replies > 0 ? 'first-reply' : undefined) ??
    (isInPilot(rules, input) ? undefined : 'pilot') ??
    (reached(rules.caps.perResource, drafts.onResource) ? 'per-resource' : undefined) ??
    (reached(rules.caps.perHour, drafts.lastHour) ? 'per-hour' : undefined) ??
    'draft'
  );
}

function leftOut({ only, never }: DraftingRules, { facts, language }: RulesInput): RuleReason | undefined {
  const { brand, group, form, channel, tags } = facts;
  if (!allows(only.brands, brand)) return 'brand';
  if (!allows(only.groups, group) || names(never.groups, group)) return 'group';
  if (!allows(only.forms, form)) return 'form';
  if (!allows(only.channels, channel) || names(never.channels, channel)) return 'channel';
  if (!allows(only.languages, language)) return 'language';
  if (only.tags.length > 0 && !tags.some((tag) => names(only.tags, tag))) return 'tag';
  return tags.some((tag) => names(never.tags, tag)) ? 'tag' : undefined;
}

function isInPilot({ pilot }: DraftingRules, { resource, facts }: RulesInput): boolean {
  if (pilot.kind === 'share') return isInShare(resource, pilot.percent);
  return pilot.kind === 'everybody' || names(pilot.ids, facts.assignee);
}

/** An empty list allows everything; any other allows what it names, and nothing that is unknown. */
function allows(list: readonly string[], value: string | null | undefined): boolean {
  return list.length === 0 || names(list, value);
}

function names(list: readonly string[], value: string | null | undefined): boolean {
  return value !== null && value !== undefined && list.includes(value);
}

function reached(cap: number | null, count: number): boolean {
  return cap !== null && count >= cap;
}
