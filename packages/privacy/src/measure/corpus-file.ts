import { readFileSync } from 'node:fs';
import { AppError } from '@draftsmith/errors';
import { ENTITY_TYPES, type EntityType } from '../entity.ts';
import type { Sample } from './corpus.ts';

/** One text of the form of Presidio's research repository; offsets in code points. */
interface Annotated {
  full_text: string;
  spans: { entity_type: string; start_position: number; end_position: number }[];
}

/** Its names for ours. What is in neither list counts neither way: titles, nationalities, times. */
const TYPES: Readonly<Record<string, EntityType>> = {
  ORGANIZATION: 'COMPANY',
  STREET_ADDRESS: 'ADDRESS',
  GPE: 'LOCATION',
  ZIP_CODE: 'ADDRESS',
  CREDIT_CARD: 'CARD',
  PHONE_NUMBER: 'PHONE',
  EMAIL_ADDRESS: 'EMAIL',
  US_SSN: 'NATIONAL_ID',
  US_DRIVER_LICENSE: 'DRIVER_LICENSE',
  IBAN_CODE: 'IBAN',
  IP_ADDRESS: 'IP',
  DOMAIN_NAME: 'URL',
};

/**
 * Texts of a file that is not ours: measured, never tuned to.
 *
 * @param path a JSON array of `{ full_text, spans: [{ entity_type, start_position, end_position }] }`
 * @throws AppError `invalid` when the file has another form
 */
export function readCorpus(path: string): Sample[] {
  const texts: unknown = JSON.parse(readFileSync(path, 'utf8'));
  if (!Array.isArray(texts) || !texts.every(isAnnotated))
    throw new AppError('invalid', 'A corpus is a JSON array of texts, each with full_text and spans.');
  return texts.map(({ full_text: text, spans }) => ({
    language: 'en',
    text,
    values: spans.flatMap((span) => {
      const type = typeOf(span);
      return type ? [{ type, ...placeOf(text, span) }] : [];
    }),
    neutral: spans.filter((span) => !typeOf(span)).map((span) => placeOf(text, span)),
  }));
}

function typeOf({ entity_type: name }: Annotated['spans'][number]): EntityType | undefined {
  return TYPES[name] ?? ENTITY_TYPES.find((type) => type === name);
}

function placeOf(text: string, { start_position, end_position }: Annotated['spans'][number]) {
  const offset = (points: number) => [...text].slice(0, points).join('').length;
  return { start: offset(start_position), end: offset(end_position) };
}

function isAnnotated(text: unknown): text is Annotated {
  return typeof text === 'object' && text !== null && 'full_text' in text && 'spans' in text;
}
