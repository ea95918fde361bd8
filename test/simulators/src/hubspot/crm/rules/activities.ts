import type { Portal } from '../portal.ts';
import type { Values } from '../property.ts';
import type { TypeRules } from './rules.ts';

const BODIES = ['hs_note_body', 'hs_email_text', 'hs_call_body', 'hs_meeting_body', 'hs_task_body'];
const PREVIEW_LENGTH = 600;

/** Notes, e-mails, calls, meetings and tasks; all of them need their time. */
export const activityRules: TypeRules = {
  required: ['hs_timestamp'],
  derive: (_portal, values) => ({ hs_body_preview: preview(values) }),
  beforeCreate: (portal, values) => noteAttachments(portal, values),
  beforeUpdate: (portal, _record, changes) => noteAttachments(portal, changes),
};

function preview(values: Values): string | null {
  const body = BODIES.map((name) => values[name]).find((value) => value);
  if (!body) return null;
  return body
    .slice(0, PREVIEW_LENGTH * 4)
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, PREVIEW_LENGTH);
}

function noteAttachments(portal: Portal, values: Values): Values {
  for (const id of values.hs_attachment_ids?.split(';') ?? []) {
    if (!portal.files.get(id)) portal.violations.push({ rule: 'unknown-attachment', detail: `file ${id}` });
  }
  return values;
}
