import { createHash } from 'node:crypto';
import type { CompletionRequest } from '../contract/request.ts';
import type { CacheKey } from './answer-store.ts';

/** Counts up when the same request is to have another key, so that processes of two versions share nothing. */
const VERSION = 1;

/**
 * The same key only for the same question by the same account to the same routes. Requests come redacted, so the same
 * question by two customers is one entry, and each gets their own name put back. Who asked and through which source
 * system changes nothing in the answer; `compose` never makes one that is kept.
 *
 * @param policy what else decides about the answer: the routes and their settings, as plain data
 */
export function cacheKey(request: CompletionRequest, policy: unknown): CacheKey {
  const { account, purpose, maxOutputTokens, output } = request;
  const texts = [request.instructions, ...request.messages.map(({ text }) => text)].map(normalised);
  const subject = canonicalJson({
    version: VERSION,
    account,
    purpose,
    roles: request.messages.map(({ role }) => role),
    lengths: texts.map(({ length }) => length),
    maxOutputTokens,
    output: output ?? null,
    policy: policy ?? null,
  });
  // Long texts stand behind the JSON, which says where each ends: to escape them would take longer than all the rest.
  // As UTF-16 nothing is lost; UTF-8 makes one character of all halves of surrogates.
  const sum = createHash('sha256').update(`${subject}\n`);
  for (const text of texts) sum.update(text, 'utf16le');
  return { account, digest: sum.digest('base64url') };
}

/** What no reader sees makes no other question: how accents and line ends are encoded, and blanks at the end. */
function normalised(text: string): string {
  return text.replaceAll('\r\n', '\n').trimEnd().normalize('NFC');
}

/** JSON that does not depend on the order in which somebody wrote an object's fields. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
