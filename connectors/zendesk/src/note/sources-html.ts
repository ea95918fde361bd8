import type { Citation, Draft, Evidence } from '@draftsmith/contracts';
import { escapeText, hrefOf } from './escape.ts';
import { bytesOf, fitting, shortened } from './fitting.ts';
import type { NoteLabels } from './labels.ts';

const MAX_SOURCES = 20;
const MAX_TITLE_LENGTH = 200;
const SENTENCE_LENGTH = 80;
const QUOTE_LENGTH = 240;
/** Bytes for what the sources say, and for all of it: a long draft rests on many places, and an address may be long. */
const QUOTES_ROOM = 14_000;
const ROOM = 24_000;

type SourceEntry = Pick<Citation, 'sourceId' | 'title' | 'url' | 'visibility'> & Partial<Pick<Citation, 'kind'>>;

/** What the draft rests on: each source, and under it the statements that it supports beside its own words. */
export function sourcesHtml(draft: Draft, labels: NoteLabels): string {
  const statements = statementsBySource(draft);
  const cited = new Set(draft.citations.map(({ sourceId }) => sourceId));
  const others = [...statements.values()].flatMap(([first]) => {
    const evidence = first?.evidence;
    return evidence && evidence.visibility !== 'conversation' && !cited.has(evidence.sourceId) ? [evidence] : [];
  });
  const entries = [...draft.citations, ...(others as SourceEntry[])].slice(0, MAX_SOURCES);
  let room = QUOTES_ROOM;
  const listed = (sourceId: string) => {
    const items = (statements.get(sourceId) ?? []).map((one) => statementHtml(one, labels));
    const kept = fitting(items, room, (left) => `<li>${escapeText(labels.more(left))}</li>`);
    room -= bytesOf(kept.join(''));
    return kept.length === 0 ? '' : `<ul>${kept.join('')}</ul>`;
  };
  const items = entries.map((entry) => `<li>${sourceHtml(entry, labels)}${listed(entry.sourceId)}</li>`);
  const said = listed(CONVERSATION);
  if (said) items.push(`<li>${labels.conversation}${said}</li>`);
  const shown = fitting(items, ROOM, (left) => `<li>${escapeText(labels.more(left))}</li>`);
  return items.length === 0 ? '' : `<p><strong>${labels.sources}</strong></p><ol>${shown.join('')}</ol>`;
}

interface Statement {
  text: string;
  evidence: Evidence;
}

/** All that was said in the ticket itself is one source to an agent. */
const CONVERSATION = '';

function statementsBySource({ text, check }: Draft): Map<string, Statement[]> {
  const bySource = new Map<string, Statement[]>();
  for (const { start, end, verdict, evidence } of check?.sentences ?? []) {
    if (verdict !== 'supported' || !evidence) continue;
    const source = evidence.visibility === 'conversation' ? CONVERSATION : evidence.sourceId;
    bySource.set(source, [...(bySource.get(source) ?? []), { text: text.slice(start, end), evidence }]);
  }
  return bySource;
}

function statementHtml({ text, evidence }: Statement, labels: NoteLabels): string {
  const [statement, quote] = [shortened(text, SENTENCE_LENGTH), shortened(evidence.quote, QUOTE_LENGTH)];
  // Word for word from the source: once is enough.
  if (quote.startsWith(statement.replace(/ …$|[.!]$/, ''))) return `<li>${escapeText(labels.quote(quote))}</li>`;
  return `<li>${escapeText(statement)} ← ${escapeText(labels.quote(quote))}</li>`;
}

function sourceHtml({ sourceId, title: whole, url, kind, visibility }: SourceEntry, labels: NoteLabels): string {
  const title = escapeText(whole.slice(0, MAX_TITLE_LENGTH) || sourceId);
  const href = hrefOf(url);
  const name = href === undefined ? title : `<a href="${href}">${title}</a>`;
  const mark = visibility === 'internal' ? `<strong>${labels.internal}</strong>` : labels.public;
  return `${name} (${kind ? `${labels.kinds[kind]}, ` : ''}${mark})`;
}
