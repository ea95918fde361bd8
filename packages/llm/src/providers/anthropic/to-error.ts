import type { Fault, Meaning } from '../fault.ts';

/** Anthropic gives these cases no type of their own, only their wording. */
const TOO_LONG = /prompt is too long|exceeds? (?:the )?context (?:limit|window)/i;
const NO_CREDIT = /credit balance is too low/i;
const REFUSED = /blocked by content filtering/i;

/** Error types: https://platform.claude.com/docs/en/api/errors (529 `overloaded_error` is a 5xx like any other here). */
export function toError({ status, words, text }: Fault): Meaning | undefined {
  if (words.includes('billing_error') || NO_CREDIT.test(text)) return 'no-credit';
  if (words.includes('request_too_large')) return 'too-long';
  if (words.includes('not_found_error')) return 'unknown-model';
  if (status !== undefined && status !== 400) return undefined;
  if (TOO_LONG.test(text)) return 'too-long';
  return REFUSED.test(text) ? 'refused' : undefined;
}
