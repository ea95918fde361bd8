import { DELIVERY_FOOTERS, QUOTE_INTRODUCTIONS, QUOTE_SEPARATORS, SIGN_OFFS } from './mail-patterns.ts';

/** Lines after a sign-off that can still be name, title, company, phone; more is probably text. */
const LONGEST_SIGNATURE_LINES = 8;
const LONGEST_SIGNATURE_LINE_WORDS = 9;

/**
 * What the customer wrote this time: quoted mail tails, forwarded headers and signatures removed. Never empties a
 * message: when nothing would be left, the step that removed it is not applied.
 */
export function cleanMessage(text: string): string {
  const lines = text.replaceAll('\r\n', '\n').replaceAll('\u00a0', ' ').split('\n');
  const steps = [withoutQuotedTail, withoutQuotedLines, withoutFooters, withoutSignature, withoutContactBlock];
  let current = trimmed(lines);
  for (const step of steps) {
    const next = trimmed(step(current));
    if (next.some((line) => /[\p{L}\p{N}]/u.test(line))) current = next;
  }
  return current.join('\n').replace(/\n{3,}/g, '\n\n');
}

function trimmed(lines: readonly string[]): string[] {
  const first = lines.findIndex((line) => line.trim() !== '');
  const last = lines.findLastIndex((line) => line.trim() !== '');
  return first === -1 ? [] : lines.slice(first, last + 1).map((line) => line.trimEnd());
}

/** Everything from the line that introduces the quoted mail; the introduction may be wrapped over two lines. */
function withoutQuotedTail(lines: readonly string[]): string[] {
  const start = lines.findIndex((line, index) => {
    const alone = line.trim();
    const wrapped = `${alone} ${lines[index + 1]?.trim() ?? ''}`;
    return (
      QUOTE_SEPARATORS.some((pattern) => pattern.test(alone)) ||
      QUOTE_INTRODUCTIONS.some((pattern) => pattern.test(alone) || (alone !== '' && pattern.test(wrapped))) ||
      isHeaderBlock(lines, index)
    );
  });
  return start === -1 ? [...lines] : lines.slice(0, start);
}

const FROM = /^[*_]?(?:from|von|de|от|от кого|da|van|od|від)[*_]?\s?:[*_]?\s+\S/i;
const HEADER =
  /^[*_]?(?:sent|date|to|subject|cc|gesendet|datum|an|betreff|enviado|fecha|para|asunto|отправлено|дата|кому|тема|envoyé|à|objet|data|assunto|inviato|oggetto|verzonden|aan|onderwerp|wysłano|do|temat|надіслано)[*_]?\s?:[*_]?\s+\S/i;

/** Outlook quotes without any introduction: `From:` with at least one more header right below. */
function isHeaderBlock(lines: readonly string[], index: number): boolean {
  if (!FROM.test(lines[index]?.trim() ?? '')) return false;
  return lines.slice(index + 1, index + 4).some((line) => HEADER.test(line.trim()));
}

function withoutQuotedLines(lines: readonly string[]): string[] {
  return lines.filter((line) => !/^\s*>/.test(line));
}

/** From `-- `, or from the last sign-off when only short lines follow it. */
function withoutSignature(lines: readonly string[]): string[] {
  const marker = lines.findIndex((line) => /^(?:--|—|__+|\*\*\*+)\s*$/.test(line));
  const body = marker > 0 ? lines.slice(0, marker) : [...lines];
  const signOff = body.findLastIndex((line) => SIGN_OFFS.some((pattern) => pattern.test(line.trim())));
  if (signOff <= 0) return body;
  const after = body.slice(signOff + 1).filter((line) => line.trim() !== '');
  const short = after.every((line) => line.trim().split(/\s+/).length <= LONGEST_SIGNATURE_LINE_WORDS);
  const asks = after.some((line) => line.includes('?'));
  return short && !asks && after.length <= LONGEST_SIGNATURE_LINES ? body.slice(0, signOff) : body;
}

const CONTACT =
  /^\W*(?:(?:tel|phone|fax|mobil\p{L}*|m|t|тел|моб)\W{0,3})?\+?[\d ()./-]{7,20}$|^\S+@\S+\.\S+$|^(?:https?:\/\/|www\.)\S+$/iu;
const LONGEST_BLOCK_LINES = 6;
const LONGEST_BLOCK_LINE_WORDS = 5;

/** A last paragraph of short lines that ends in a phone number or address is a card, with or without a sign-off. */
function withoutContactBlock(lines: readonly string[]): string[] {
  const blank = lines.findLastIndex((line) => line.trim() === '');
  const block = lines.slice(blank + 1).map((line) => line.trim());
  const short = block.every((line) => line.split(/\s+/).length <= LONGEST_BLOCK_LINE_WORDS && !/[.!?:]$/.test(line));
  const isCard = block.length >= 2 && block.length <= LONGEST_BLOCK_LINES && CONTACT.test(block.at(-1) ?? '');
  return blank > 0 && isCard && short ? lines.slice(0, blank) : [...lines];
}

function withoutFooters(lines: readonly string[]): string[] {
  return lines.filter((line) => !DELIVERY_FOOTERS.some((pattern) => pattern.test(line.trim())));
}
