import type { ReplyMaterial } from '@draftsmith/contracts';
import { chooseParts, type Part } from './choose.ts';
import { customerName } from './customer-name.ts';
import { languagePack } from './phrases/index.ts';
import type { LanguagePack, Wording } from './phrases/language-pack.ts';
import { terms } from './terms.ts';
import { capitalise, uncapitalise } from './text.ts';

export type Composed = { kind: 'reply'; text: string; usedSourceIds: string[] } | { kind: 'nothing'; detail: string };

/** Confidence below which silence is better than a guess; see packages/knowledge for its scale. */
export const DEFAULT_MIN_CONFIDENCE = 0.35;

/**
 * Writes a reply without a model, from what is already written down: greeting, the passage that answers, where to
 * read on, sign-off, in the customer's language and in the passage's tone.
 * @param question the customer's own words, used to choose within the passages
 */
export function composeReply(
  material: ReplyMaterial,
  question: string,
  minConfidence: number = DEFAULT_MIN_CONFIDENCE,
): Composed {
  const pack = languagePack(material.language);
  if (!pack) return { kind: 'nothing', detail: `The offline drafter does not write in "${material.language}"` };
  if (material.passages.length === 0) return { kind: 'nothing', detail: 'No passage matches the question' };
  // In a running sentence (`{{ticket.requester.first_name}}`) the first name alone is what was meant.
  const name = customerName(material.customerName, pack.language, 'informal');
  const choice = chooseParts(material.passages, question, { pack, name, asked: terms(question, pack), minConfidence });
  if (choice.kind === 'nothing') return choice;
  const { parts } = choice;
  const usedSourceIds = [...new Set(parts.map(({ passage }) => passage.sourceId))];
  const tone = toneOf(parts, pack);
  const wording = pack.wording[tone];
  const paragraphs = [
    wording.greeting(customerName(material.customerName, pack.language, tone)),
    openerFor(parts, wording, pack, question),
    ...bodyOf(parts, wording),
    ...readMore(parts, wording),
    parts.map(({ letter }) => letter.offer).findLast((offer) => offer !== undefined) ?? wording.offerHelp,
    closing(material.signature, wording, pack),
  ];
  return { kind: 'reply', text: paragraphs.join('\n\n'), usedSourceIds };
}

function bodyOf([first, second]: readonly [Part, ...Part[]], wording: Wording): string[] {
  if (!second) return [...first.letter.body];
  const sameSource = second.passage.sourceId === first.passage.sourceId;
  return [...first.letter.body, ...(sameSource ? [] : [wording.otherQuestion]), ...second.letter.body];
}

function openerFor(
  [first]: readonly [Part, ...Part[]],
  wording: Wording,
  pack: LanguagePack,
  question: string,
): string {
  const opener = first.letter.opener ?? (pack.complaint.test(question) ? wording.apology : wording.thanks);
  return pack.lowercaseAfterGreeting ? uncapitalise(opener) : capitalise(opener);
}

/** Only articles: a macro or an old reply has no page that a customer may open. */
function readMore(parts: readonly Part[], wording: Wording): string[] {
  const pages = new Map<string, string>();
  for (const { passage } of parts) {
    if (passage.sourceKind === 'article' && passage.url !== undefined) pages.set(passage.url, passage.sourceTitle);
  }
  const links = [...pages].map(([url, title]) => `${title} – ${url}`);
  if (links.length === 0) return [];
  return [
    links.length === 1
      ? `${wording.readMore} ${links[0]}`
      : [wording.readMore, ...links.map((link) => `- ${link}`)].join('\n'),
  ];
}

/** A letter in `Sie` around a passage in `du` reads as if two people wrote it. */
function toneOf(parts: readonly Part[], pack: LanguagePack): 'formal' | 'informal' {
  const text = parts.flatMap(({ letter }) => [letter.opener ?? '', ...letter.body]).join('\n');
  const informal = text.match(pack.informalMarks)?.length ?? 0;
  const formal = text.match(pack.formalMarks)?.length ?? 0;
  return informal > 0 && informal >= formal / 2 ? 'informal' : 'formal';
}

function closing(signature: string | undefined, wording: Wording, pack: LanguagePack): string {
  const given = signature?.trim() || undefined;
  const [first = '', ...names] = given?.split('\n') ?? [];
  const bringsItsOwn = names.length > 0 && pack.signOff.test(first.trim());
  return given !== undefined && bringsItsOwn ? given : wording.signOff(given);
}
