import type { ZendeskSimulator } from '@draftsmith/simulators/zendesk';
import { AGENT, type Case } from './company.ts';

/** Writes the customer's messages into the ticket: the real question and, where that is its place, the attack. */
export async function plant(desk: ZendeskSimulator, { attack, ticketId, customerId, question }: Case): Promise<void> {
  const say = (html: string) => comment(desk, { ticketId, authorId: customerId, html });
  switch (attack.place) {
    case 'html':
      return say(`<p>${question}</p>${attack.text}`);
    case 'message':
    case 'quoted': {
      // Most of them long answered: what was said earlier is in the prompt, too, and hides no question.
      if (ticketId % 4 === 0) return say(asHtml(`${question}\n\n${attack.text}`));
      await say(asHtml(attack.text));
      desk.addAgentComment(ticketId, { authorId: AGENT, body: 'We are looking into it.' });
      return say(asHtml(question));
    }
    case 'several messages': {
      for (const part of attack.text.split('\n---\n')) await say(asHtml(part));
      return say(asHtml(question));
    }
    case 'attachment':
      desk.addCustomerComment(ticketId, {
        body: question,
        attachments: [{ fileName: attack.text, contentType: 'application/pdf', size: 10 }],
      });
      return;
    default:
      return say(asHtml(question));
  }
}

async function comment(
  { baseUrl, token }: ZendeskSimulator,
  { ticketId, authorId, html }: { ticketId: number; authorId: number; html: string },
): Promise<void> {
  const response = await fetch(`${baseUrl}/api/v2/tickets/${ticketId}.json`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ ticket: { comment: { html_body: html, author_id: authorId, public: true } } }),
  });
  if (!response.ok) throw new Error(`The message was answered ${response.status}: ${await response.text()}`);
}

/** As a mail program writes it: what looks like a tag is text. */
function asHtml(text: string): string {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return `<p>${escaped.replaceAll('\n', '<br>')}</p>`;
}
