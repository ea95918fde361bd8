import type { Attachment } from '@draftsmith/contracts';
import { escapeText } from './escape.ts';
import { shortened } from './fitting.ts';
import type { NoteLabels } from './labels.ts';

const MAX_FILES = 20;
const NAME_LENGTH = 120;

/** What the customer sent along: the draft was written without a look at it. */
export function attachmentsHtml(attachments: readonly Attachment[], labels: NoteLabels): string {
  if (attachments.length === 0) return '';
  const items = attachments
    .slice(0, MAX_FILES)
    .map(({ name, bytes }) => `<li>${escapeText(`${shortened(name, NAME_LENGTH)} (${labels.size(bytes)})`)}</li>`);
  const left = attachments.length - items.length;
  if (left > 0) items.push(`<li>${escapeText(labels.more(left))}</li>`);
  return `<p><strong>${labels.attachments}</strong><br />${labels.attachmentsUnseen}</p><ul>${items.join('')}</ul>`;
}
