import type { Citation, Draft } from '@draftsmith/contracts';
import sanitizeHtml from 'sanitize-html';
import { COMMENT_MAX_BYTES } from '../facts.ts';
import { type DraftBlock, draftBlocks } from './draft-blocks.ts';
import { escapeText, hrefOf } from './escape.ts';
import { NOTE_LABELS, type NoteLabels } from './labels.ts';

/** Room for what Zendesk wraps around a comment. */
const NOTE_MAX_BYTES = COMMENT_MAX_BYTES - 1024;
const MAX_SOURCES = 20;
const MAX_TITLE_LENGTH = 200;

/**
 * The internal note of a draft: the draft first, ready to be copied, then what it rests on and who wrote it.
 *
 * @returns HTML below 64 KB with nothing in it that Zendesk would render as a placeholder. A draft that does not fit
 * ends with whole blocks and says so.
 */
export function noteHtml(draft: Draft, language: keyof typeof NOTE_LABELS): string {
  const labels = NOTE_LABELS[language];
  const footer = `<hr />${sourcesHtml(draft.citations.slice(0, MAX_SOURCES), labels)}${originHtml(draft, labels)}`;
  const shortened = `<p><em>${labels.shortened}</em></p>`;
  const room = NOTE_MAX_BYTES - bytesOf(footer) - bytesOf(shortened);
  const { html, isWhole } = blocksThatFit(draftBlocks(draft.text), room);
  return sanitized(`${html}${isWhole ? '' : shortened}${footer}`);
}

function blocksThatFit(blocks: readonly DraftBlock[], room: number): { html: string; isWhole: boolean } {
  let html = '';
  for (const block of blocks) {
    const next = blockHtml(block);
    if (bytesOf(html) + bytesOf(next) > room) return { html, isWhole: false };
    html += next;
  }
  return { html, isWhole: true };
}

function blockHtml(block: DraftBlock): string {
  switch (block.kind) {
    case 'paragraph':
      return `<p>${block.lines.map(escapeText).join('<br />')}</p>`;
    case 'bullets':
      return `<ul>${itemsHtml(block.lines)}</ul>`;
    case 'numbered':
      return `<ol${block.start === 1 ? '' : ` start="${block.start}"`}>${itemsHtml(block.lines)}</ol>`;
  }
}

function itemsHtml(items: readonly string[]): string {
  return items.map((item) => `<li>${escapeText(item)}</li>`).join('');
}

function sourcesHtml(citations: readonly Citation[], labels: NoteLabels): string {
  if (citations.length === 0) return '';
  const items = citations.map((citation) => `<li>${sourceHtml(citation, labels)}</li>`).join('');
  return `<p><strong>${labels.sources}</strong></p><ol>${items}</ol>`;
}

function sourceHtml(citation: Citation, labels: NoteLabels): string {
  const title = escapeText(citation.title.slice(0, MAX_TITLE_LENGTH) || citation.sourceId);
  const href = hrefOf(citation.url);
  const name = href === undefined ? title : `<a href="${href}">${title}</a>`;
  const kind = labels.kinds[citation.kind];
  const mark = citation.visibility === 'internal' ? `<strong>${labels.internal}</strong>` : labels.public;
  return `${name} (${kind}, ${mark})`;
}

function originHtml(draft: Draft, labels: NoteLabels): string {
  const line = draft.modelWritten ? labels.byModel(escapeText(draft.model)) : labels.byNobody;
  return `<p><em>${line}</em></p>`;
}

/** The last line of defence: whatever slipped through above, only these elements reach the agent's browser. */
function sanitized(html: string): string {
  return sanitizeHtml(html, {
    allowedTags: ['p', 'br', 'ul', 'ol', 'li', 'strong', 'em', 'hr', 'a'],
    allowedAttributes: { a: ['href'], ol: ['start'] },
    allowedSchemes: ['http', 'https'],
    allowProtocolRelative: false,
  });
}

function bytesOf(html: string): number {
  return Buffer.byteLength(html, 'utf8');
}
