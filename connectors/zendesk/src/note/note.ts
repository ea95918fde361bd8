import type { Attachment, Draft } from '@draftsmith/contracts';
import sanitizeHtml from 'sanitize-html';
import { COMMENT_MAX_BYTES } from '../facts.ts';
import { attachmentsHtml } from './attachments-html.ts';
import { checkHtml } from './check-html.ts';
import { doubtsOf } from './doubts.ts';
import { type DraftBlock, draftBlocks } from './draft-blocks.ts';
import { escapeText } from './escape.ts';
import { bytesOf } from './fitting.ts';
import { NOTE_LABELS, type NoteLabels } from './labels.ts';
import { createLineMarker, withMarks } from './marked-text.ts';
import { sourcesHtml } from './sources-html.ts';

/** Room for what Zendesk wraps around a comment. */
const NOTE_MAX_BYTES = COMMENT_MAX_BYTES - 1024;

/**
 * The internal note of a draft: the draft first, ready to be copied but for what no source supports, which is marked;
 * then how much is supported, what to check and why, what each statement rests on, which files nobody has looked at, and
 * who wrote it.
 *
 * @returns HTML below 64 KB with nothing in it that Zendesk would render as a placeholder. A draft that does not fit
 * ends with whole blocks and says so.
 */
export function noteHtml(
  draft: Draft,
  language: keyof typeof NOTE_LABELS,
  attachments: readonly Attachment[] = [],
): string {
  const labels = NOTE_LABELS[language];
  const footer = `<hr />${checkHtml(draft, labels)}${sourcesHtml(draft, labels)}${attachmentsHtml(attachments, labels)}${originHtml(draft, labels)}`;
  const shortened = `<p><em>${labels.shortened}</em></p>`;
  const room = NOTE_MAX_BYTES - bytesOf(footer) - bytesOf(shortened);
  const { html, isWhole } = blocksThatFit(draftBlocks(withMarks(draft.text, doubtsOf(draft))), room);
  return sanitized(`${html}${isWhole ? '' : shortened}${footer}`);
}

function blocksThatFit(blocks: readonly DraftBlock[], room: number): { html: string; isWhole: boolean } {
  const toHtml = createLineMarker();
  let html = '';
  for (const block of blocks) {
    const next = blockHtml(block, toHtml);
    if (bytesOf(html) + bytesOf(next) > room) return { html, isWhole: false };
    html += next;
  }
  return { html, isWhole: true };
}

function blockHtml(block: DraftBlock, toHtml: (line: string) => string): string {
  const lines = block.lines.map(toHtml);
  const items = lines.map((line) => `<li>${line}</li>`).join('');
  switch (block.kind) {
    case 'paragraph':
      return `<p>${lines.join('<br />')}</p>`;
    case 'bullets':
      return `<ul>${items}</ul>`;
    case 'numbered':
      return `<ol${block.start === 1 ? '' : ` start="${block.start}"`}>${items}</ol>`;
  }
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
