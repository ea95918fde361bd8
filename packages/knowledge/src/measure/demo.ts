import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Source } from '@draftsmith/contracts';

/** The demo's company: tickets in four languages with the sources that a person marked as answering them. */
const COMPANY = fileURLToPath(new URL('../../../../apps/demo/company/', import.meta.url));

export interface DemoTicket {
  id: number;
  subject: string;
  /** What the customer wrote since the last answer, oldest first. */
  messages: string[];
  expectation: { language: string; category: string; outcome: string; reason?: string; sources?: number[] };
}

export function demoPresent(): boolean {
  return existsSync(`${COMPANY}expectations.json`);
}

export function demo(): { sources: Source[]; tickets: DemoTicket[] } {
  const expectations = read<(DemoTicket['expectation'] & { ticketId: number })[]>('expectations');
  const agents = new Set(
    read<{ id: number; role: string }[]>('users').flatMap((user) => (user.role === 'end-user' ? [] : user.id)),
  );
  const tickets = ['en', 'ru', 'de', 'es'].flatMap((language) => read<SeedTicket[]>(`tickets-${language}`));
  return {
    sources: [...articles(), ...macros()],
    tickets: expectations.flatMap((expectation) => {
      const ticket = tickets.find(({ id }) => id === expectation.ticketId);
      return ticket
        ? [{ id: ticket.id, subject: ticket.subject, messages: unanswered(ticket, agents), expectation }]
        : [];
    }),
  };
}

interface SeedTicket {
  id: number;
  subject: string;
  comments: SeedComment[];
  incoming?: SeedComment;
}

interface SeedComment {
  authorId: number;
  public: boolean;
  body: string;
}

function unanswered(ticket: SeedTicket, agents: ReadonlySet<number>): string[] {
  const said = [...ticket.comments, ...(ticket.incoming ? [ticket.incoming] : [])].filter((comment) => comment.public);
  const lastAnswer = said.findLastIndex(({ authorId }) => agents.has(authorId));
  return said.slice(lastAnswer + 1).map(({ body }) => body);
}

function articles(): Source[] {
  const rows =
    read<{ id: number; title: string; locale: string; body: string; draft?: boolean; userSegmentId?: number | null }[]>(
      'articles',
    );
  return rows
    .filter(({ draft }) => !draft)
    .map(({ id, title, locale, body, userSegmentId }) => ({
      id: String(id),
      kind: 'article',
      title,
      text: textOf(body),
      locale,
      visibility: userSegmentId ? 'internal' : 'public',
    }));
}

function macros(): Source[] {
  const rows = read<{ id: number; title: string; reply?: string; replyHtml?: string; active?: boolean }[]>('macros');
  return rows.flatMap(({ id, title, reply, replyHtml, active }) => {
    const text = reply ?? textOf(replyHtml ?? '');
    return active === false || !text ? [] : [{ id: String(id), kind: 'macro', title, text, visibility: 'public' }];
  });
}

/** Good enough to measure with; connectors have a real converter. */
function textOf(html: string): string {
  return html
    .replace(/<li>/g, '- ')
    .replace(/<\/(?:p|h\d|ul|ol|table)>/g, '\n\n')
    .replace(/<\/(?:li|tr)>|<br\s*\/?>/g, '\n')
    .replace(/<[^>]+>/g, '')
    .replace(/&nbsp;/g, ' ')
    .replace(/&amp;/g, '&')
    .replace(/[ \t]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

function read<Rows>(name: string): Rows {
  return JSON.parse(readFileSync(`${COMPANY}${name}.json`, 'utf8'));
}
