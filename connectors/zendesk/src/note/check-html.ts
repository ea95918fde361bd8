import type { CheckedSentence, Draft, DraftCheck, Evidence } from '@draftsmith/contracts';
import { doubtsOf } from './doubts.ts';
import { escapeText, hrefOf } from './escape.ts';
import { fitting, shortened } from './fitting.ts';
import type { NoteLabels } from './labels.ts';

const SENTENCE_LENGTH = 160;
const CLAIM_LENGTH = 80;
const QUOTE_LENGTH = 300;
const MAX_CLAIMS = 5;
/** Bytes for the whole list: what is left out is in the console. */
const ROOM = 12_000;

/** How much of the draft its sources support, then what an agent has to look at and why. Empty without a check. */
export function checkHtml(draft: Draft, labels: NoteLabels): string {
  const { check, text } = draft;
  if (!check) return '';
  const doubts = doubtsOf(draft).map(({ sentence }) => doubtHtml(sentence, text, labels));
  const opinions = check.sentences
    .filter(({ verdict, secondOpinion }) => verdict === 'supported' && secondOpinion !== undefined)
    .map((sentence) => itemHtml(sentence, text, [labels.opinion.supported], labels));
  const items = fitting([...doubts, ...opinions], ROOM, (left) => `<li>${escapeText(labels.more(left))}</li>`);
  const list = items.length === 0 ? '' : `<p><strong>${labels.toCheck}</strong></p><ol>${items.join('')}</ol>`;
  return `<p>${summaryHtml(check, labels)}</p>${list}`;
}

function summaryHtml({ supported, claims, changed }: DraftCheck, labels: NoteLabels): string {
  const count = claims === 0 ? labels.nothingToCheck : labels.supported(supported, claims);
  const mark = supported < claims ? '⚠ ' : claims === 0 ? '' : '✓ ';
  return `<strong>${mark}${count}.</strong>${changed ? ` ${labels.changed[changed.how](changed.sentences)}` : ''}`;
}

function doubtHtml(sentence: CheckedSentence, text: string, labels: NoteLabels): string {
  const { evidence, agreeing, claims = [], verdict, secondOpinion } = sentence;
  const lines: string[] = [];
  if (verdict === 'contradicted') {
    lines.push(agreeing ? labels.sourcesDisagree : labels.otherwise);
    for (const place of [evidence, agreeing]) if (place) lines.push(evidenceHtml(place, labels));
  } else {
    const open = claims.filter((claim) => claim.verdict !== 'supported').slice(0, MAX_CLAIMS);
    const quoted = open.map(({ start, end }) => labels.quote(shortened(text.slice(start, end), CLAIM_LENGTH)));
    lines.push(quoted.length > 0 ? escapeText(labels.inNoSource(quoted.join(', '))) : labels.noSource);
  }
  if (secondOpinion) lines.push(labels.opinion[secondOpinion]);
  return itemHtml(sentence, text, lines, labels);
}

/** @param lines HTML */
function itemHtml({ start, end }: CheckedSentence, text: string, lines: readonly string[], labels: NoteLabels): string {
  const sentence = labels.quote(shortened(text.slice(start, end), SENTENCE_LENGTH));
  return `<li>${[`<em>${escapeText(sentence)}</em>`, ...lines].join('<br />')}</li>`;
}

function evidenceHtml({ title, url, visibility, quote }: Evidence, labels: NoteLabels): string {
  const name = escapeText(visibility === 'conversation' ? labels.conversation : shortened(title, CLAIM_LENGTH));
  const href = hrefOf(url);
  const linked = href === undefined ? name : `<a href="${href}">${name}</a>`;
  const mark = visibility === 'internal' ? ` (<strong>${labels.internal}</strong>)` : '';
  return `${linked}${mark}: ${escapeText(labels.quote(shortened(quote, QUOTE_LENGTH)))}`;
}
