import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Source } from '@draftsmith/contracts';
import { csvRecords } from './csv.ts';

/** Labelled data beside the checkout; not part of the repository. */
const DATA = fileURLToPath(new URL('../../../../../shared/data/', import.meta.url));

export const DATA_SETS = {
  faq: `${DATA}dstc11-faq`,
  tickets: `${DATA}helpdesk-tickets-multilang/helpdesk_customer_tickets.csv`,
} as const;

/** Whether a data set is there; measurements and tests skip it in so many words when not. */
export function present(dataSet: keyof typeof DATA_SETS): boolean {
  return existsSync(DATA_SETS[dataSet]);
}

export interface FaqQuery {
  query: string;
  context: string[];
  relevant: string[];
}

export function faq(): { articles: Source[]; queries: FaqQuery[] } {
  const articles = jsonLines<{ id: string; title: string; body: string; locale: string }>('articles.jsonl');
  return {
    articles: articles.map(({ id, title, body, locale }) => ({
      id,
      kind: 'article',
      title,
      text: body,
      locale,
      visibility: 'public',
    })),
    queries: jsonLines<FaqQuery>('queries.jsonl'),
  };
}

function jsonLines<Row>(file: string): Row[] {
  const lines = readFileSync(`${DATA_SETS.faq}/${file}`, 'utf8').trim().split('\n');
  return lines.map((line): Row => JSON.parse(line));
}

export interface HelpdeskTicket {
  id: string;
  subject: string;
  body: string;
  answer: string;
  language: string;
}

export function tickets(): HelpdeskTicket[] {
  return csvRecords(readFileSync(DATA_SETS.tickets, 'utf8')).map((row) => ({
    id: row.id ?? '',
    subject: row.subject ?? '',
    body: row.body ?? '',
    answer: row.answer ?? '',
    language: row.language ?? '',
  }));
}
