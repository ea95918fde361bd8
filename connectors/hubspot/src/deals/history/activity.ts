import type { Activity } from '@draftsmith/contracts';
import type { CrmObject } from '../../client/schemas.ts';
import { momentOf, optional, propertyOf } from '../properties.ts';
import { textOfHtml, textOfMail, textOfPlain } from './html-text.ts';
import { withoutMailTail } from './mail-tail.ts';

export type ActivityKind = Activity['kind'];

interface KindReader {
  /** The object's name in paths. */
  object: 'notes' | 'emails' | 'calls' | 'meetings' | 'tasks';
  properties: readonly string[];
  title(record: CrmObject): string | undefined;
  text(record: CrmObject): string;
  /** Mails only: who called says nothing of who wrote the note on it. */
  direction?(record: CrmObject): Activity['direction'];
}

const htmlOf = (record: CrmObject, name: string) => textOfHtml(propertyOf(record, name) ?? '');

export const ACTIVITY_KINDS: Readonly<Record<ActivityKind, KindReader>> = {
  note: {
    object: 'notes',
    properties: ['hs_timestamp', 'hs_note_body'],
    title: () => undefined,
    text: (record) => htmlOf(record, 'hs_note_body'),
  },
  email: {
    object: 'emails',
    properties: ['hs_timestamp', 'hs_email_subject', 'hs_email_html', 'hs_email_text', 'hs_email_direction'],
    title: (record) => propertyOf(record, 'hs_email_subject'),
    text: mailText,
    direction: mailDirection,
  },
  call: {
    object: 'calls',
    properties: ['hs_timestamp', 'hs_call_title', 'hs_call_body'],
    title: (record) => propertyOf(record, 'hs_call_title'),
    text: (record) => htmlOf(record, 'hs_call_body'),
  },
  meeting: {
    object: 'meetings',
    // Without `hs_internal_meeting_notes`: they are for colleagues, and what is not read gets into no document.
    properties: ['hs_timestamp', 'hs_meeting_title', 'hs_meeting_body', 'hs_meeting_start_time'],
    title: (record) => propertyOf(record, 'hs_meeting_title'),
    text: (record) => htmlOf(record, 'hs_meeting_body'),
  },
  task: {
    object: 'tasks',
    properties: ['hs_timestamp', 'hs_task_subject', 'hs_task_body'],
    title: (record) => propertyOf(record, 'hs_task_subject'),
    text: (record) => htmlOf(record, 'hs_task_body'),
  },
};

/** As a proposal may rest on it; undefined where it says nothing or nobody knows when. */
export function activityOf(kind: ActivityKind, record: CrmObject, url: string | undefined): Activity | undefined {
  const reader = ACTIVITY_KINDS[kind];
  const at = momentOf(propertyOf(record, 'hs_timestamp') ?? propertyOf(record, 'hs_meeting_start_time'));
  const text = reader.text(record);
  const title = textOfPlain(reader.title(record) ?? '').replace(/\s+/g, ' ');
  if (at === undefined || (text === '' && title === '')) return undefined;
  return {
    id: `${kind}:${record.id}`,
    kind,
    text,
    at,
    ...optional('title', title || undefined),
    ...optional('direction', reader.direction?.(record)),
    ...optional('url', url),
  };
}

/** HTML first: HubSpot makes the plain text of it, with what the sender hid. */
function mailText(record: CrmObject): string {
  const html = propertyOf(record, 'hs_email_html');
  return withoutMailTail(
    html === undefined ? textOfPlain(propertyOf(record, 'hs_email_text') ?? '') : textOfMail(html),
  );
}

/** Who forwarded a mail into HubSpot says nothing of who wrote it. */
function mailDirection(record: CrmObject): Activity['direction'] {
  const direction = propertyOf(record, 'hs_email_direction');
  return direction === 'INCOMING_EMAIL' ? 'in' : direction === 'EMAIL' ? 'out' : undefined;
}
