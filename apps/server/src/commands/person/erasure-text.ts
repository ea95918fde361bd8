import type { ErasureReport, Place, PlaceReport, Recipient, ReportedDraft } from '@draftsmith/personal-data';
import { textTable, wrapped } from '../text-table.ts';

/** Longer lists are for a file. */
const MOST_ROWS = 50;

const PLACES: Record<Place, string> = {
  drafts: 'drafts',
  people: 'whom drafts are about',
  prompts: 'prompts and answers',
  jobs: 'queued jobs',
  deliveries: 'deliveries',
  answers: 'cached answers',
  knowledge: 'knowledge index',
  policies: 'lists of words',
  users: 'people who sign in',
  logs: 'logs',
};

export function erasureText(report: ErasureReport, width: number): string[] {
  const { done, drafts, places, outside } = report;
  const sentences = (text: string) => ['', ...wrapped(text, width)];
  return [
    ...wrapped(headline(report), width),
    '',
    ...placesText(places, done, width),
    ...(drafts.length > 0 ? ['', ...draftsText(drafts, width)] : []),
    ...(byNameAlone(drafts) > 0 ? sentences(nameRemark(byNameAlone(drafts))) : []),
    ...(outside.notes.length > 0 ? sentences(notesRemark(outside.notes)) : []),
    ...(outside.recipients.length > 0 ? ['', ...recipientsText(outside.recipients, width)] : []),
    ...(done || drafts.length === 0 ? [] : sentences('Nothing was changed. The same command with --yes erases.')),
  ];
}

function headline({ done, drafts }: ErasureReport): string {
  if (drafts.length === 0) return 'No draft is about this person, and none mentions them.';
  const found = `${drafts.length} ${drafts.length === 1 ? 'draft' : 'drafts'}`;
  return done
    ? `Erased: ${found}, with all that belongs to it.`
    : `Would be erased: ${found}, with all that belongs to it.`;
}

function placesText(places: readonly PlaceReport[], done: boolean, width: number): string[] {
  const { lines } = textTable<PlaceReport>(
    [
      { title: 'place', cell: ({ place }) => PLACES[place] },
      { title: 'found', cell: ({ found }) => (found === null ? '-' : String(found)), right: true },
      ...(done ? [{ title: 'erased', cell: ({ erased }: PlaceReport) => String(erased), right: true }] : []),
    ],
    places,
    { width },
  );
  return [...lines, '', ...places.flatMap(({ place, remark }) => wrapped(`${PLACES[place]}: ${remark}.`, width))];
}

function draftsText(drafts: readonly ReportedDraft[], width: number): string[] {
  const { lines } = textTable<ReportedDraft>(
    [
      { title: 'received (UTC)', cell: ({ receivedAt }) => receivedAt.slice(0, 16).replace('T', ' ') },
      { title: 'account', cell: ({ connector, account }) => `${connector}/${account}` },
      { title: 'about', cell: ({ resourceType, resourceId }) => `${resourceType} ${resourceId}` },
      { title: 'state', cell: ({ state }) => state, spare: 2 },
      { title: 'found by', cell: ({ foundBy }) => foundBy.join(', ') },
      { title: 'note', cell: ({ noteId }) => noteId ?? '', spare: 1 },
    ],
    drafts.slice(0, MOST_ROWS),
    { width },
  );
  const hidden = drafts.length - MOST_ROWS;
  return [...lines, ...(hidden > 0 ? ['', `${hidden} more: --json has all of them.`] : [])];
}

function byNameAlone(drafts: readonly ReportedDraft[]): number {
  return drafts.filter(({ foundBy }) => foundBy.every((by) => by === 'name')).length;
}

function nameRemark(count: number): string {
  return `${count} of them ${count === 1 ? 'was' : 'were'} found by the name alone. Several people may have it: look at the tickets before you erase, or ask by e-mail address, phone or account number instead.`;
}

function notesRemark(notes: readonly unknown[]): string {
  const one = notes.length === 1;
  return `Out of reach: ${notes.length} ${one ? 'note stands' : 'notes stand'} in the source system, listed above by ticket and note. Remove ${one ? 'it' : 'them'} there.`;
}

function recipientsText(recipients: readonly Recipient[], width: number): string[] {
  return [
    ...wrapped('Out of reach: redacted prompts were sent to', width),
    ...recipients.flatMap(({ provider, host, region, calls, first, last }) =>
      wrapped(
        `- ${host ?? provider}${region ? ` (${region})` : ''}: ${calls} ${calls === 1 ? 'call' : 'calls'}, ${first.slice(0, 10)} to ${last.slice(0, 10)}`,
        width,
      ),
    ),
  ];
}
