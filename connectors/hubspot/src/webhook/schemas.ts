import { z } from 'zod';

/** Numbers in webhooks, strings elsewhere; kept as strings. Anything else is unknown. */
export const optionalId = z.preprocess((value) => {
  const text = typeof value === 'number' ? String(value) : value;
  return typeof text === 'string' && /^[1-9]\d{0,19}$/.test(text) ? text : undefined;
}, z.string().optional());

const optionalText = z.string().max(500).optional().catch(undefined);
const optionalTime = z.number().int().nonnegative().max(8.64e15).optional().catch(undefined);

/** One event. Only its account is certain; each kind fills the rest differently, and unknown keys come and go. */
export const webhookEvent = z.object({
  portalId: optionalId,
  appId: optionalId,
  eventId: optionalId,
  subscriptionId: optionalId,
  objectId: optionalId,
  objectTypeId: optionalText,
  /** The documentation's table calls it `eventType`. */
  subscriptionType: optionalText,
  eventType: optionalText,
  propertyName: optionalText,
  propertyValue: optionalText,
  changeSource: optionalText,
  sourceId: optionalText,
  occurredAt: optionalTime,
});

export type WebhookEvent = z.infer<typeof webhookEvent>;
