import type { DraftContext, DraftingRules, RuleReason } from '@draftsmith/contracts';
import { decide } from '@draftsmith/rules';
import type { DraftRow, DraftStore } from './draft-store.ts';

const NOTHING_KNOWN = { tags: [], replies: 0 } as const;
const NONE = { onResource: 0, lastHour: 0 } as const;

/**
 * What an account's rules say to a message whose row is claimed. After the claim, so that a delivery that came twice
 * counts once and ends as what it is.
 */
export async function applyRules(
  { store, now }: { store: Pick<DraftStore, 'made'>; now: () => Date },
  rules: DraftingRules,
  { context, row, language }: { context: DraftContext; row: DraftRow; language: string | null },
): Promise<'draft' | RuleReason> {
  const capped = rules.caps.perResource !== null || rules.caps.perHour !== null;
  const asked = { resource: context.resource, facts: context.facts ?? NOTHING_KNOWN, language };
  const withoutCaps = decide(rules, { ...asked, drafts: NONE });
  if (withoutCaps !== 'draft' || !capped) return withoutCaps;
  return decide(rules, { ...asked, drafts: await store.made(row, now()) });
}
