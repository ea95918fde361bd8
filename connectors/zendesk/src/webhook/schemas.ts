import { z } from 'zod';

/** An id as Zendesk writes it in webhooks: a string of digits, sometimes a number; `"0"` and `""` mean none. */
export const optionalId = z.preprocess((value) => {
  const text = typeof value === 'number' ? String(value) : value;
  return typeof text === 'string' && /^[1-9]\d{0,19}$/.test(text) ? text : undefined;
}, z.string().optional());

/** A placeholder renders `true` as text. Anything else than a clear no counts as unknown. */
const optionalFlag = z.preprocess((value) => {
  if (value === 'true') return true;
  if (value === 'false') return false;
  return typeof value === 'boolean' ? value : undefined;
}, z.boolean().optional());

const optionalText = z.string().optional().catch(undefined);

/** The body that our own trigger action sends. Scalars only: placeholder text is pasted into the JSON unescaped. */
export const triggerBody = z.object({
  v: z.literal(1),
  /** Which of our triggers: a customer wrote, or staff did. Triggers from before there were two do not say. */
  kind: z.enum(['draft', 'reply']).optional().catch(undefined),
  ticket_id: optionalId,
  updated_at: optionalText,
  comment_is_public: optionalFlag,
});

const actor = z.object({ id: optionalId, type: optionalText, is_staff: optionalFlag }).optional().catch(undefined);

/** The envelope of an event subscription. Only `type` is certain; each kind of event fills the rest differently. */
export const eventEnvelope = z.object({
  id: optionalText,
  type: z.string(),
  time: optionalText,
  subject: optionalText,
  detail: z.object({ id: optionalId, is_public: optionalFlag }).optional().catch(undefined),
  event: z
    .object({
      actor,
      current: optionalText,
      comment: z.object({ id: optionalId, is_public: optionalFlag, author: actor }).optional().catch(undefined),
    })
    .optional()
    .catch(undefined),
});

export type TriggerBody = z.infer<typeof triggerBody>;
export type EventEnvelope = z.infer<typeof eventEnvelope>;
