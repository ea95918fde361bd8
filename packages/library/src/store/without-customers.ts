import type { KnowledgeDocument } from '@draftsmith/contracts';
import { detectLanguage } from '@draftsmith/knowledge';
import { sentences } from '@draftsmith/knowledge/ranking';
import { createRedactor, type Entity, type RedactionOptions } from '@draftsmith/privacy';

/** Stands where something personal stood; a private character that no text of people has. */
const GAP = '\ue000';
const GAPS = /\ue000/g;
const LINK = /https?:\/\/\S+/g;
/** An order, a case, an account: redaction leaves them, because an answer needs its own customer's. */
const LONG_NUMBER = /(?:\d[\s-]?){5}/;
/** A reply that loses more than this share of its words was about one person and answers nobody else. */
const MOST_LOST = 0.5;
const TITLE_LENGTH = 80;

/**
 * A past reply without the people in it: whole sentences go, because what names a customer is about that customer. Every
 * other kind is the company's own text and stays as it is.
 *
 * @returns undefined when too little is left to answer anybody
 */
export function withoutCustomers(
  document: KnowledgeDocument,
  options: RedactionOptions = {},
): KnowledgeDocument | undefined {
  if (document.kind !== 'past-reply') return document;
  const { title, text, question = '', people = [] } = document;
  const redactor = createRedactor(people, options);
  redactor.learn([title, question, text]);
  const withGaps = (written: string) => cutOut(written, redactor.inspect(written).entities);
  const kept = keepImpersonal(withGaps(text), document.locale ?? detectLanguage(text));
  if (wordCount(kept) === 0 || wordCount(kept) < wordCount(text) * (1 - MOST_LOST)) return undefined;
  const asked = closed(withGaps(question));
  const named = closed(withGaps(title));
  const { people: _people, question: _question, ...rest } = document;
  return { ...rest, title: /\p{L}/u.test(named) ? named : asked.slice(0, TITLE_LENGTH), text: kept, question: asked };
}

/** A country or a town alone is nobody: "ten days to Norway" is what the next one wants to know. */
function cutOut(text: string, entities: readonly Entity[]): string {
  let result = '';
  let rest = 0;
  for (const { type, start, end } of entities) {
    if (type === 'LOCATION' || start < rest) continue;
    result += text.slice(rest, start).replace(GAPS, '') + GAP;
    rest = end;
  }
  return result + text.slice(rest).replace(GAPS, '');
}

/** Paragraphs and lines stay what they are. */
function keepImpersonal(text: string, locale: string): string {
  return text
    .split(/\n[ \t]*\n+/)
    .map((paragraph) =>
      paragraph
        .split('\n')
        .map((line) => sentences(line, locale.slice(0, 2)).filter(impersonal).join(' '))
        .filter(Boolean)
        .join('\n'),
    )
    .filter(Boolean)
    .join('\n\n');
}

function impersonal(sentence: string): boolean {
  return !sentence.includes(GAP) && !LONG_NUMBER.test(sentence.replace(LINK, ''));
}

/** For titles and for what is only searched: the gaps close. */
function closed(text: string): string {
  return text
    .replace(GAPS, ' ')
    .replace(/(?<!\S)\S*\d{5}\S*/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s:,.–-]+|[\s:,–-]+$/g, '');
}

function wordCount(text: string): number {
  return text.match(/\S+/g)?.length ?? 0;
}
