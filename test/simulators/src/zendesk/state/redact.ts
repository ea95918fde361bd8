import type { ZendeskAttachment, ZendeskComment } from '../wire.ts';
import { escapeHtml, htmlToText } from './html.ts';
import type { TicketRecord, ZendeskStore } from './store.ts';

/** What Zendesk puts in the place of each letter. */
const BLOCK = '\u2587';

export type RedactedText = Pick<ZendeskComment, 'body' | 'plain_body' | 'html_body'>;

/** `{"text": "..."}`: every occurrence of a text. Undefined when the comment does not hold it. */
export function redactedPart(comment: ZendeskComment, text: string): RedactedText | undefined {
  if (text === '' || !comment.plain_body.includes(text)) return undefined;
  const plain = comment.plain_body.replaceAll(text, blocks(text));
  const html = comment.html_body.replaceAll(escapeHtml(text), blocks(text));
  return { body: plain, plain_body: plain, html_body: html };
}

/** `{"html_body": "... <redact>...</redact> ..."}`: what is marked. Undefined when nothing is. */
export function redactedMarks(html: string): RedactedText | undefined {
  if (!/<redact>/i.test(html)) return undefined;
  const redacted = html.replace(/<redact>([\s\S]*?)<\/redact>/gi, (_whole, text: string) => blocks(htmlToText(text)));
  const plain = htmlToText(redacted);
  return { body: plain, plain_body: plain, html_body: redacted };
}

export function redactedWholly(comment: ZendeskComment): RedactedText {
  const plain = blocks(comment.plain_body);
  return { body: plain, plain_body: plain, html_body: `<div class="zd-comment" dir="auto"><p>${plain}</p></div>` };
}

/** Writes what is left of a comment to every place that holds its words: comment, audit, description. */
export function applyRedaction(
  store: ZendeskStore,
  record: TicketRecord,
  comment: ZendeskComment,
  left: Partial<RedactedText> & { attachments?: ZendeskAttachment[] },
): void {
  Object.assign(comment, left);
  const audit = record.audits.find(({ id }) => id === comment.audit_id);
  const event = audit?.events.find(({ id }) => id === comment.id);
  if (event) Object.assign(event, left);
  if (record.comments[0] === comment) record.ticket.description = comment.plain_body;
  audit?.events.push({ id: store.nextId(), type: 'CommentRedactionEvent', comment_id: comment.id });
  record.ticket.updated_at = store.now();
}

/** The name stands in the address of the file as well. */
export function redactedAttachment(attachment: ZendeskAttachment): ZendeskAttachment {
  const name = 'redacted.txt';
  const contentUrl = attachment.content_url.replace(/name=.*$/, `name=${name}`);
  return {
    ...attachment,
    file_name: name,
    content_url: contentUrl,
    mapped_content_url: contentUrl,
    content_type: 'text/plain',
    size: 1,
    deleted: true,
  };
}

function blocks(text: string): string {
  return text.replace(/\S/gu, BLOCK);
}
