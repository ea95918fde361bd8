import type { Passage, ReplyMaterial } from '@draftsmith/contracts';
import { isAngry } from './anger.ts';
import { chooseParts, type Part, type Parts } from './choose.ts';
import { customerName } from './customer-name.ts';
import { speaks } from './language-of.ts';
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
 */
export function composeReply(material: ReplyMaterial, minConfidence: number = DEFAULT_MIN_CONFIDENCE): Composed {
  const { passages, questions = [] } = material;
  const pack = languagePack(material.language);
  if (!pack) return { kind: 'nothing', detail: `The offline drafter does not write in "${material.language}"` };
  if (passages.length === 0) return { kind: 'nothing', detail: 'No passage matches the question' };
  // In a running sentence (`{{ticket.requester.first_name}}`) the first name alone is what was meant.
  const name = customerName(material.customerName, pack.language, 'informal');
  const asked = terms(questions.join('\n'), pack);
  const choice = chooseParts(passages, { pack, name, asked, questions, minConfidence });
  if (choice.kind === 'nothing') return choice;
  const { parts } = choice;
  const tone = toneOf(parts, passages, pack);
  const wording = pack.wording[tone];
  const paragraphs = [
    wording.greeting(customerName(material.customerName, pack.language, tone)),
    openerFor(parts, wording, pack, questions),
    ...parts.flatMap((part, index) => sectionOf(part, index, parts, wording)),
    ...readMore(parts, wording),
    parts.map(({ letter }) => letter.offer).findLast((offer) => offer !== undefined) ?? wording.offerHelp,
    closing(material.signature, wording, pack),
  ];
  const usedSourceIds = [...new Set(parts.map(({ passage }) => passage.sourceId))];
  return { kind: 'reply', text: paragraphs.join('\n\n'), usedSourceIds };
}

function openerFor(parts: Parts, wording: Wording, pack: LanguagePack, questions: readonly string[]): string {
  const given = parts.map(({ letter }) => letter.opener).find((opener) => opener !== undefined);
  const opener = given ?? (isAngry(questions.join('\n'), pack) ? wording.apology : wording.thanks);
  return pack.lowercaseAfterGreeting ? uncapitalise(opener) : capitalise(opener);
}

function sectionOf({ passage, letter }: Part, index: number, parts: Parts, wording: Wording): readonly string[] {
  const before = [...new Set(parts.slice(0, index).map((other) => other.passage.sourceId))];
  const continues = before.length === 0 || before.includes(passage.sourceId);
  const lead = before.length === 1 ? wording.otherQuestion : wording.lastQuestion;
  if (passage.heading || continues) return underHeading(passage.heading, letter.body);
  return [lead, ...letter.body];
}

/** On one line with a colon when it is short, as a person would write it. */
function underHeading(heading: string | undefined, body: readonly string[]): readonly string[] {
  const text = heading?.trim().replace(/[.:]+$/, '');
  if (!text) return body;
  return [/[?!…]$/.test(text) ? text : `${text}:`, ...body];
}

/** Only articles: a macro or an old reply has no page that a customer may open. */
function readMore(parts: Parts, wording: Wording): string[] {
  const pages = new Map<string, string>();
  for (const { passage } of parts) {
    if (passage.sourceKind === 'article' && passage.url !== undefined) pages.set(passage.url, passage.sourceTitle);
  }
  const links = [...pages].map(([url, title]) => `${title} – ${url}`);
  if (links.length === 0) return [];
  // Each on a line of its own, one alone as well: in a running sentence its title would read as a statement of ours.
  return [[wording.readMore, ...links.map((link) => (links.length === 1 ? link : `- ${link}`))].join('\n')];
}

/**
 * A letter in `Sie` around a passage in `du` reads as if two people wrote it. A quoted passage that addresses nobody
 * says nothing, but a company speaks in one tone: then the other passages tell.
 */
function toneOf(parts: Parts, passages: readonly Passage[], pack: LanguagePack): 'formal' | 'informal' {
  const quoted = parts.flatMap(({ letter }) => [letter.opener ?? '', ...letter.body]);
  const others = passages.filter((passage) => speaks(passage, pack)).map(({ text }) => text);
  return toneOfText(quoted.join('\n'), pack) ?? toneOfText(others.join('\n'), pack) ?? 'formal';
}

function toneOfText(text: string, pack: LanguagePack): 'formal' | 'informal' | undefined {
  const informal = text.match(pack.informalMarks)?.length ?? 0;
  const formal = text.match(pack.formalMarks)?.length ?? 0;
  if (informal === 0 && formal === 0) return undefined;
  return informal > 0 && informal >= formal / 2 ? 'informal' : 'formal';
}

function closing(signature: string | undefined, wording: Wording, pack: LanguagePack): string {
  const given = signature?.trim() || undefined;
  const [first = '', ...names] = given?.split('\n') ?? [];
  const bringsItsOwn = names.length > 0 && pack.signOff.test(first.trim());
  return given !== undefined && bringsItsOwn ? given : wording.signOff(given);
}
