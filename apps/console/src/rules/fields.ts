import type { DraftingRules, Voice } from '@draftsmith/contracts';

/** Rules without their halves: each thing that can be decided, by name. */
export interface RulesFields {
  brands: readonly string[];
  groups: readonly string[];
  forms: readonly string[];
  channels: readonly string[];
  languages: readonly string[];
  tags: readonly string[];
  neverTags: readonly string[];
  neverGroups: readonly string[];
  neverChannels: readonly string[];
  when: DraftingRules['when'];
  deliver: DraftingRules['deliver'];
  perResource: number | null;
  perHour: number | null;
  pilot: DraftingRules['pilot'];
  signature: string;
  tone: Voice['tone'];
  address: Voice['address'];
  /** One a line, as they are being typed. */
  houseRules: readonly string[];
  brandVoices: DraftingRules['brandVoices'];
}
export type RuleField = keyof RulesFields;

/** Lists that are picked from what the source system has, and what to pick them from. */
export const PICKED = {
  brands: 'brands',
  groups: 'groups',
  forms: 'forms',
  channels: 'channels',
  tags: 'tags',
  neverTags: 'tags',
  neverGroups: 'groups',
  neverChannels: 'channels',
} as const;
export type PickedField = keyof typeof PICKED;

export function fieldsOf({ only, never, caps, voice, ...rest }: DraftingRules): RulesFields {
  const { when, deliver, pilot, brandVoices } = rest;
  const { tags: neverTags, groups: neverGroups, channels: neverChannels } = never;
  return { ...only, neverTags, neverGroups, neverChannels, when, deliver, ...caps, pilot, ...voice, brandVoices };
}

export function rulesOf(fields: RulesFields): DraftingRules {
  const { brands, groups, forms, channels, languages, tags, neverTags, neverGroups, neverChannels } = fields;
  const { when, deliver, perResource, perHour, pilot, signature, tone, address, houseRules, brandVoices } = fields;
  return {
    only: { brands, groups, forms, channels, languages, tags },
    never: { tags: neverTags, groups: neverGroups, channels: neverChannels },
    when,
    deliver,
    caps: { perResource, perHour },
    pilot,
    voice: { signature, tone, address, houseRules },
    brandVoices,
  };
}

/** Lines of a text field as a list, and back; what is empty is left out once it is saved. */
export function linesOf(text: string): string[] {
  return text === '' ? [] : text.split('\n');
}
