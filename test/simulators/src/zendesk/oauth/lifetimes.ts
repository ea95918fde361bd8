/** Seconds. The defaults of new clients since February 2026: half an hour, thirty days. */
export interface Lifetimes {
  access: number;
  refresh: number;
}

export const DEFAULT_LIFETIMES: Lifetimes = { access: 30 * 60, refresh: 30 * 86_400 };

/** What a token request asks for, or which bound it breaks. */
export function lifetimesOf(asked: {
  expires_in?: number | undefined;
  refresh_token_expires_in?: number | undefined;
}): Lifetimes | string {
  const refresh = asked.refresh_token_expires_in ?? DEFAULT_LIFETIMES.refresh;
  const access = asked.expires_in ?? DEFAULT_LIFETIMES.access;
  if (access <= 300 || access >= 172_800) return 'expires_in must be more than 300 and less than 172800';
  // Exactly seven days are taken: Zendesk's own command line asks for them.
  if (refresh < 604_800 || refresh >= 7_776_000) {
    return 'refresh_token_expires_in must be more than 604800 and less than 7776000';
  }
  return access < refresh ? { access, refresh } : 'expires_in must be less than refresh_token_expires_in';
}
