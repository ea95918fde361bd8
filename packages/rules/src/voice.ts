import type { DraftingRules, Voice } from '@draftsmith/contracts';

/** How a brand sounds: what it has of its own, else what the account has. */
export function voiceOf({ voice, brandVoices }: DraftingRules, brand: string | undefined): Voice {
  const own = brand === undefined || !Object.hasOwn(brandVoices, brand) ? {} : brandVoices[brand];
  return { ...voice, ...own };
}
