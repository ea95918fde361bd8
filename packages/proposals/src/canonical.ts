import { createHash } from 'node:crypto';
import type { ProposalContent } from '@draftsmith/contracts';

/** SHA-256, hex, of the content in one spelling: keys in order, what is undefined left out. Changes with every byte of it. */
export function hashOf(content: ProposalContent): string {
  return createHash('sha256').update(canonical(content)).digest('hex');
}

/** @throws TypeError for what JSON has no word for; contents hold strings, booleans, whole numbers, lists and objects */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((one) => canonical(one ?? null)).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
    entries.sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`).join(',')}}`;
  }
  const written = JSON.stringify(value);
  if (written === undefined) throw new TypeError('Not a value that content can hold');
  return written;
}
