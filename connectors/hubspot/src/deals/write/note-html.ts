import type { AttachProposal } from '@draftsmith/contracts';
import { NOTE_MAX_LENGTH } from '../facts.ts';
import { escapeText, hrefOf, shortened } from './escape.ts';
import { NOTE_LABELS, type NoteLabels } from './labels.ts';

type Note = AttachProposal['note'];

const NAME_LENGTH = 300;
const STATEMENT_LENGTH = 1_500;
const SOURCES_EACH = 8;

/**
 * The note on the deal: what is attached and for how much, whether somebody must agree, what each statement rests on, who
 * wrote it, and our reference.
 *
 * @returns HTML of at most 65,536 characters. A summary that does not fit ends with whole statements and says so; nothing
 * else is ever cut off.
 */
export function noteHtml(note: Note, fileNames: readonly string[], marker: string): string {
  const labels = NOTE_LABELS[note.language];
  const head = headHtml(note, fileNames, labels);
  const foot = footHtml(note, labels, marker);
  const cutLine = `<p><em>${labels.shortened}</em></p>`;
  const open = `<p><strong>${labels.summary}</strong></p><ul>`;
  const room = NOTE_MAX_LENGTH - head.length - foot.length - cutLine.length - open.length - '</ul>'.length;
  const { items, isWhole } = itemsThatFit(note, labels, room);
  const summary = items === '' ? '' : `${open}${items}</ul>`;
  return `${head}${summary}${isWhole ? '' : cutLine}${foot}`;
}

function headHtml(note: Note, fileNames: readonly string[], labels: NoteLabels): string {
  const name = (text: string) => escapeText(shortened(text, NAME_LENGTH));
  const lines = [
    labels.total(name(note.total)),
    ...(note.byName === undefined ? [] : [labels.by(name(note.byName))]),
    `${labels.files}: ${fileNames.map(name).join(', ')}`,
  ];
  const { approval } = note;
  const asks = approval && labels.approval(name(approval.above), approval.approver && name(approval.approver));
  return [
    `<p><strong>${labels.heading(name(note.title), note.version)}</strong></p>`,
    `<p>${lines.join('<br>')}</p>`,
    ...(asks === undefined ? [] : [`<p><strong>⚠ ${asks}</strong></p>`]),
  ].join('');
}

function footHtml(note: Note, labels: NoteLabels, marker: string): string {
  const origin = note.modelWritten ? labels.byModel(escapeText(shortened(note.model, NAME_LENGTH))) : labels.byNobody;
  return `<p><em>${origin}</em></p><p>${labels.reference}: ${marker}</p>`;
}

function itemsThatFit({ summary }: Note, labels: NoteLabels, room: number): { items: string; isWhole: boolean } {
  let items = '';
  for (const statement of summary) {
    const item = statementHtml(statement, labels);
    if (items.length + item.length > room) return { items, isWhole: false };
    items += item;
  }
  return { items, isWhole: true };
}

function statementHtml({ text, sources }: Note['summary'][number], labels: NoteLabels): string {
  const named = sources.slice(0, SOURCES_EACH).map(({ title, url }) => {
    const name = escapeText(shortened(title, NAME_LENGTH));
    const href = hrefOf(url);
    return href === undefined ? name : `<a href="${href}">${name}</a>`;
  });
  const more = sources.length > SOURCES_EACH ? `, +${sources.length - SOURCES_EACH}` : '';
  const basis = named.length === 0 ? labels.noSource : `${labels.restsOn}: ${named.join('; ')}${more}`;
  return `<li>${escapeText(shortened(text, STATEMENT_LENGTH))} <em>(${basis})</em></li>`;
}
