import type { AccountPolicy } from '@draftsmith/contracts';
import type { ServerSettings } from './settings.ts';

/** What holds for accounts whose admins have decided nothing. */
export function defaultPolicyOf(settings: ServerSettings): AccountPolicy {
  return {
    privacy: {
      allow: settings.DRAFTSMITH_ALLOW_WORDS,
      deny: settings.DRAFTSMITH_DENY_WORDS,
      regions: settings.DRAFTSMITH_REGIONS,
      surrogates: settings.DRAFTSMITH_SURROGATES,
    },
    truth: {
      unsupported: settings.DRAFTSMITH_UNSUPPORTED,
      allowedLinks: settings.DRAFTSMITH_ALLOWED_LINKS,
      secondOpinion: settings.DRAFTSMITH_SECOND_OPINION,
    },
  };
}
