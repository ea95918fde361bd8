import { findByForm } from './find-entities.ts';
import { fold } from './fold.ts';
import { valueKey } from './lists.ts';
import type { Keep } from './options.ts';

/**
 * What an answer from these texts needs to name: their words, and the e-mail addresses, phone numbers and links in them.
 * Give it articles and macros, never what was written in a conversation.
 */
export function keepFrom(texts: Iterable<string>): Keep {
  const words = new Set<string>();
  const values = new Set<string>();
  for (const text of texts) {
    for (const [word] of text.matchAll(/[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu)) words.add(fold(word));
    for (const { start, end } of findByForm(text)) values.add(valueKey(text.slice(start, end)));
  }
  return { words, values };
}
