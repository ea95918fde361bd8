import { z } from 'zod';
import { isRegion } from './regions.ts';

const MAX_ENTRIES = 500;
const MAX_LENGTH = 200;

/** Trimmed, without empty entries and duplicates; case does not tell two entries apart. */
function listOf(entry: z.ZodType<string, string>): z.ZodType<string[], string[]> {
  return z
    .array(z.string('expected texts').trim().max(MAX_LENGTH, `expected at most ${MAX_LENGTH} characters an entry`), {
      error: 'expected a list of texts',
    })
    .transform(distinct)
    .pipe(z.array(entry).max(MAX_ENTRIES, `expected at most ${MAX_ENTRIES} entries`));
}

function distinct(entries: readonly string[]): string[] {
  const first = new Map<string, string>();
  for (const entry of entries)
    if (entry !== '' && !first.has(entry.toLowerCase())) first.set(entry.toLowerCase(), entry);
  return [...first.values()];
}

/** Words and values: a company's name, a public phone number. */
export const words = listOf(
  // A pattern is made of each: one letter would take every word that is nothing else.
  z.string().min(2, 'expected at least two characters an entry'),
);

export const regions = listOf(
  z.string().toUpperCase().refine(isRegion, 'expected countries as two letters each, e.g. DE, US'),
);

/** Hosts, with everything below them, or prefixes of addresses. */
export const links = listOf(
  z
    .string()
    .refine(
      isHostOrPrefix,
      'expected hosts such as help.example.com (what is below them is included) or addresses such as https://example.com/help/',
    ),
);

/** A host without a dot would let a whole top-level domain through. */
const HOST =
  /^(?=.{1,190}$)(?:[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]{0,61}[\p{L}\p{M}\p{N}])?\.)+(?:\p{L}[\p{L}\p{M}\p{N}-]*)$/u;

function isHostOrPrefix(entry: string): boolean {
  const url = URL.parse(/^https?:\/\//i.test(entry) ? entry : `https://${entry}`);
  if (url?.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') return false;
  const written = entry.replace(/^https?:\/\//i, '').split('/', 1)[0] ?? '';
  // As it is written: `URL` would mend backslashes, escapes and spaces that a person did not mean.
  return HOST.test(written.replace(/:\d{1,5}$/, ''));
}
