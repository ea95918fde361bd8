import type { KnowledgeDocument } from '@draftsmith/contracts';
import { z } from 'zod';
import type { JsonLine } from '../../files/json-lines.ts';

const EXPECTED = '{"id","title","body"} with texts';
/** Without a date, no document is newer than another; today's would make each import a change. */
const UNDATED = '1970-01-01T00:00:00.000Z';

const filled = z.string().trim().min(1);
const optional = filled.nullish().transform((value) => value ?? undefined);

const documentLine = z.object({
  id: z.union([filled, z.number()]).transform(String),
  title: z.string(),
  body: filled,
  locale: z
    .string()
    .regex(/^[a-z]{2,3}([-_][A-Za-z0-9]+)*$/i)
    .transform((locale) => locale.toLowerCase().replaceAll('_', '-'))
    .nullish(),
  url: optional,
  visibility: z.enum(['public', 'internal']).nullish(),
  kind: z.enum(['article', 'macro', 'past-reply']).nullish(),
  updatedAt: z.iso.datetime({ offset: true }).or(z.iso.date()).nullish(),
  brand: optional,
  question: optional,
});

/** What each field may be, for whoever has to mend the line. */
const FIELDS: Readonly<Record<string, string>> = {
  id: 'a text or a number',
  title: 'a text',
  body: 'a text that is not empty',
  locale: 'a language such as en or pt-br',
  visibility: 'public or internal',
  kind: 'article, macro or past-reply',
  updatedAt: 'a time such as 2026-11-22T12:00:00Z',
};

/** A line of an import as a document, or what is wrong with it in one sentence. */
export function documentOf(read: JsonLine): KnowledgeDocument | { error: string } {
  if ('error' in read) return { error: read.error };
  const parsed = documentLine.safeParse(read.value);
  if (!parsed.success) {
    const field = String(parsed.error.issues[0]?.path[0] ?? '');
    const expected = FIELDS[field];
    return { error: expected ? `Expected "${field}" to be ${expected}` : `Expected ${EXPECTED}` };
  }
  const { id, title, body, locale, visibility, kind, updatedAt, url, brand, question } = parsed.data;
  return {
    ...{ id, title, text: body },
    kind: kind ?? 'article',
    visibility: visibility ?? 'public',
    updatedAt: new Date(updatedAt ?? UNDATED).toISOString(),
    ...(locale && { locale }),
    ...(url && { url }),
    ...(brand && { brand }),
    ...(question && { question }),
  };
}
