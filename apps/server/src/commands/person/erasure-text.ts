import type { ErasureReport, Place, PlaceReport, Recipient, ReportedDraft } from '@draftsmith/personal-data';
import { textTable, wrapped } from '../text-table.ts';
import { proposalsText } from './proposals-text.ts';

/** Longer lists are for a file. */
const MOST_ROWS = 50;

const PLACES: Record<Place, string> = {
  drafts: 'drafts',
  proposals: 'proposals',
  people: 'whom they are about',
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
  const { done, drafts, proposals, places, outside } = report;
  const byName = [...drafts, ...proposals].filter(isFoundByName).length;
  const sentences = (text: string) => ['', ...wrapped(text, width)];
  return [
    ...wrapped(headline(report), width),
    '',
    ...placesText(places, done, width),
    ...(drafts.length > 0 ? ['', ...draftsText(drafts, width)] : []),
    ...(proposals.length > 0 ? ['', ...proposalsText(proposals, width, MOST_ROWS)] : []),
    ...(byName > 0 ? sentences(nameRemark(byName)) : []),
    ...(outside.notes.length > 0 ? sentences(notesRemark(outside.notes)) : []),
    ...(outside.artefacts.length > 0 ? sentences(ARTEFACTS_REMARK) : []),
    ...(outside.recipients.length > 0 ? ['', ...recipientsText(outside.recipients, width)] : []),
    ...(done || drafts.length + proposals.length === 0
      ? []
      : sentences('Nothing was changed. The same command with --yes erases.')),
  ];
}

function headline({ done, drafts, proposals }: ErasureReport): string {
  const counts = [counted(drafts.length, 'draft'), counted(proposals.length, 'proposal')].flatMap((one) => one ?? []);
  if (counts.length === 0) return 'No draft or proposal is about this person, and none mentions them.';
  const found = counts.join(' and ');
  return done
    ? `Erased: ${found}, with all that belongs to it.`
    : `Would be erased: ${found}, with all that belongs to it.`;
}

function counted(n: number, what: string): string | undefined {
  return n === 0 ? undefined : `${n} ${what}${n === 1 ? '' : 's'}`;
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

function isFoundByName({ foundBy }: Pick<ReportedDraft, 'foundBy'>): boolean {
  return foundBy.every((by) => by === 'name');
}

function nameRemark(count: number): string {
  return `${count} of them ${count === 1 ? 'was' : 'were'} found by the name alone. Several people may have it: look at the tickets and deals before you erase, or ask by e-mail address, phone or account number instead.`;
}

function notesRemark(notes: readonly unknown[]): string {
  const one = notes.length === 1;
  return `Out of reach: ${notes.length} ${one ? 'note stands' : 'notes stand'} in the source system, listed above by ticket and note. Remove ${one ? 'it' : 'them'} there.`;
}

const ARTEFACTS_REMARK =
  'Out of reach: what proposals left in the source system, listed above by deal. Remove notes, files and draft quotes there.';

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
