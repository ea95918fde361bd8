import type { Via } from '../wire.ts';

export function via(channel: string): Via {
  return { channel, source: { from: {}, to: {}, rel: null } };
}

/** Numeric ids of the via-types reference, as the trigger condition `current_via_id` compares them. */
const VIA_IDS: Record<string, number> = { web: 0, email: 4, api: 5, rule: 8, chat: 29 };

export function viaId(channel: string): number | undefined {
  return VIA_IDS[channel];
}
