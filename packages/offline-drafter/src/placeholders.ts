import { UNFILLED } from './phrases/language-pack.ts';
import { sentences, tidy } from './text.ts';

/** `{{ticket.id}}`, and what exports and hand-written templates use: `<name>`, `[Your Name]`, `%name%`, `${name}`. */
const PLACEHOLDER =
  /\{\{[^}]*\}\}|\$\{[^}]*\}|\{[\w. ]{2,40}\}|<(?!https?:)[\p{L}_ ]{2,30}>|\[(?!https?:)[\p{L}_' ]{2,40}\](?!\()|%[a-z_]{2,30}%/giu;
const FIRST_NAME = /^\{\{\s*ticket\.requester\.(?:first_name|name|full_name)\s*\}\}$/i;
/** `Request no. {{ticket.id}} is open` reads well without the number, `Your number is {{ticket.id}}` does not. */
const TICKET_NUMBER =
  /\s*(?:\([^(){}]*\{\{\s*ticket\.id\s*\}\}[^(){}]*\)|(?<!(?:\b(?:is|are|ist|lautet|es|est|é)|[:—–-])\s*)(?:#|№|n[o°º]\.?|nr\.?|number|номер|nummer|número|numéro)\s*#?\{\{\s*ticket\.id\s*\}\}(?=\s+\p{L}))/giu;
const TEMPLATE_LOGIC = /\{%[\s\S]*?%\}/;

/**
 * Fills what is known and marks the rest with `UNFILLED`, so that the sentence around it can be dropped: a draft that
 * reads `Hello {{ticket.requester.first_name}}` is worse than none.
 * @returns undefined for a text with template logic: which branch applies cannot be known here
 */
export function fillPlaceholders(text: string, name: string | undefined): string | undefined {
  if (TEMPLATE_LOGIC.test(text)) return undefined;
  return text
    .replace(TICKET_NUMBER, '')
    .replace(PLACEHOLDER, (placeholder) => (name && FIRST_NAME.test(placeholder) ? name : UNFILLED));
}

/**
 * A template as somebody may read it who copies it: with the customer's name where that is all it asks for, and without
 * the sentences that hold anything else. Template logic leaves nothing: which branch applies cannot be known.
 */
export function withoutPlaceholders(text: string, name: string | undefined, language: string): string {
  const filled = fillPlaceholders(text, name);
  if (filled === undefined) return '';
  if (!filled.includes(UNFILLED)) return filled;
  return tidy(
    filled
      .split('\n')
      .map((line) =>
        line.includes(UNFILLED)
          ? sentences(line, language)
              .filter((sentence) => !sentence.includes(UNFILLED))
              .join(' ')
          : line,
      )
      .join('\n'),
  );
}
