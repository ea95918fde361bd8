import type { Source } from '@draftsmith/contracts';
import { z } from 'zod';
import type { RecordShape } from './read-records.ts';

const id = z.union([z.string().min(1), z.number()], 'expected an id').transform(String);
const text = z.string('expected a text').trim();
const optional = text.nullish().transform((value) => value || undefined);

const ticket = z.object({
  id,
  subject: optional.transform((value) => value ?? ''),
  /** Empty where the customer sent a picture only: one such ticket must not end the work on thousands. */
  body: text,
  language: optional,
  answer: optional,
});
export type TicketRecord = z.infer<typeof ticket>;

/** A ticket as exports have it; more columns do no harm. */
export const ticketRecords: RecordShape<TicketRecord> = { schema: ticket, columns: ['id', 'body'] };

const knowledge: z.ZodType<Source | undefined> = z
  .object({
    id,
    title: optional,
    subject: optional,
    body: text,
    locale: optional,
    language: optional,
    url: optional,
    visibility: z.enum(['public', 'internal']).nullish(),
    answer: optional,
  })
  .transform((record): Source | undefined => {
    const locale = (record.locale ?? record.language)?.toLowerCase();
    const common = {
      id: record.id,
      visibility: record.visibility ?? ('public' as const),
      ...(locale && { locale }),
      ...(record.url && { url: record.url }),
    };
    if (record.title !== undefined) return { ...common, kind: 'article', title: record.title, text: record.body };
    if (!record.answer) return undefined;
    return { ...common, kind: 'past-reply', title: record.subject ?? '', text: record.answer, question: record.body };
  });

/** An article `{id, title, body, locale?, url?, visibility?}`, or an answered ticket; one without an answer gives nothing. */
export const knowledgeRecords: RecordShape<Source | undefined> = { schema: knowledge, columns: ['id', 'body'] };
