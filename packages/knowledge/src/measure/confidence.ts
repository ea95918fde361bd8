import type { Passage } from '@draftsmith/contracts';
import { classifyMessage } from '../classify-message.ts';
import { cleanMessage } from '../clean-message.ts';
import { CONFIDENCE_THRESHOLD } from '../confidence.ts';
import { createIndex, type KnowledgeIndex } from '../knowledge-index.ts';
import { detectLanguage } from '../language.ts';
import { splitQuestions } from '../split-questions.ts';
import { faq, tickets } from './data.ts';
import { type DemoTicket, demo } from './demo.ts';

/** A subject helps a message shorter than this, in characters; the same rule as packages/drafting follows. */
const NEEDS_SUBJECT = 200;

export interface DemoResult {
  ticket: DemoTicket;
  /** What the words alone say, before any search. */
  kind: string;
  passages: Passage[];
}

/** Every demo ticket searched in the demo's knowledge, as the drafting step does it. */
export function demoResults(): DemoResult[] {
  const { sources, tickets: all } = demo();
  const index = createIndex();
  index.add(sources);
  return all.map((ticket) => {
    const text = ticket.messages.map(cleanMessage).join('\n\n').trim();
    const { kind } = classifyMessage(text, { subject: ticket.subject });
    return { ticket, kind, passages: search(index, text, ticket.subject, detectLanguage(text)) };
  });
}

/** Best confidence that a right source reached; 0 when none was found. */
export function rightConfidence({ ticket, passages }: DemoResult): number {
  const right = passages.filter(({ sourceId }) => ticket.expectation.sources?.includes(Number(sourceId)));
  return Math.max(0, ...right.map(({ confidence }) => confidence));
}

export function bestConfidence(passages: readonly Passage[]): number {
  return Math.max(0, ...passages.map(({ confidence }) => confidence));
}

/** Share of answerable and of unanswerable cases at or above the threshold. */
export function confidenceLines(): string[] {
  const lines = [`threshold ${CONFIDENCE_THRESHOLD}; shares at or above it`];
  const results = demoResults();
  const answerable = results.filter(({ ticket }) => ticket.expectation.outcome === 'drafted');
  const unanswerable = results.filter(({ ticket }) => ticket.expectation.reason === 'no-source');
  lines.push(share('answerable: demo ticket, a right source', answerable.map(rightConfidence)));
  lines.push(
    share(
      'not: demo ticket without source',
      unanswerable.map(({ passages }) => bestConfidence(passages)),
    ),
  );
  return [...lines, ...faqLines(), ...strangerLines()];
}

function faqLines(): string[] {
  const { articles, queries } = faq();
  const places = Map.groupBy(articles, ({ id }) => id.replace(/-faq-\d+$/, ''));
  const right: number[] = [];
  const removed: number[] = [];
  for (const { query, relevant } of queries) {
    const own = places.get(relevant[0]?.replace(/-faq-\d+$/, '') ?? '') ?? [];
    const options = { language: 'en', limit: 10 };
    const all = createIndex();
    all.add(own);
    right.push(bestConfidence(all.search(query, options).filter(({ sourceId }) => relevant.includes(sourceId))));
    const others = createIndex();
    others.add(own.filter(({ id }) => !relevant.includes(id)));
    removed.push(bestConfidence(others.search(query, options)));
  }
  return [
    share('answerable: FAQ question, its right article', right),
    share('not: FAQ question, right articles removed', removed),
  ];
}

/** Questions put to a company that never heard of the subject. */
function strangerLines(): string[] {
  const index = createIndex();
  index.add(demo().sources);
  const helpdesk = tickets().filter(({ language }) => ['en', 'de', 'es'].includes(language));
  const asked = helpdesk.map(({ body, subject, language }) => search(index, cleanMessage(body), subject, language));
  const faqAsked = faq().queries.map(({ query }) => index.search(query, { language: 'en', limit: 5 }));
  return [
    share("not: other companies' tickets put to the demo", asked.map(bestConfidence)),
    share('not: FAQ questions put to the demo', faqAsked.map(bestConfidence)),
  ];
}

function search(index: KnowledgeIndex, text: string, subject: string, language: string): Passage[] {
  const parts = splitQuestions(text);
  const [first] = parts;
  const withSubject = parts.length === 1 && first !== undefined && first.length < NEEDS_SUBJECT;
  return index.search(withSubject ? [`${subject}\n${first}`] : parts, { language, limit: 5 });
}

function share(name: string, confidences: readonly number[]): string {
  const passed = confidences.filter((confidence) => confidence >= CONFIDENCE_THRESHOLD).length;
  return `${name}: ${((passed / Math.max(1, confidences.length)) * 100).toFixed(1)} % of ${confidences.length}`;
}
