import type { AskApproval } from '@draftsmith/contracts';
import { ASSOCIATION, NOTE_MAX_LENGTH } from '../facts.ts';
import type { WritePorts } from './attach.ts';
import { escapeText, shortened } from './escape.ts';
import { findMarked } from './find-marked.ts';
import { markerOf } from './marker.ts';
import { once } from './once.ts';

const SUBJECT_LENGTH = 250;

/** One task on the deal for who must agree. */
export async function askApproval(
  { resource, idempotencyKey, approver, subject, body, dueAt }: AskApproval,
  { client, account }: WritePorts,
  signal: AbortSignal,
): Promise<{ taskId: string }> {
  // First of all whose account it is.
  await account.info(signal);
  const marker = markerOf('task', idempotencyKey);
  const properties = {
    hs_timestamp: dueAt,
    hs_task_subject: shortened(subject, SUBJECT_LENGTH),
    hs_task_body: bodyHtml(body, marker),
    hs_task_status: 'NOT_STARTED',
    hs_task_priority: 'HIGH',
    hs_task_type: 'TODO',
    hubspot_owner_id: approver,
  };
  const types = [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId: ASSOCIATION.taskToDeal }] as const;
  const { value } = await once({
    find: () =>
      findMarked(client, { dealId: resource.id, type: 'tasks', property: 'hs_task_body', marker }, [], signal),
    create: () => client.createObject('tasks', { properties, associations: [{ to: resource.id, types }] }, signal),
    signal,
  });
  return { taskId: value.id };
}

function bodyHtml(body: string, marker: string): string {
  const foot = `<p>Draftsmith: ${marker}</p>`;
  const paragraphs = body.split(/\n{2,}/).map((one) => `<p>${escapeText(one.trim()).replaceAll('\n', '<br>')}</p>`);
  let html = '';
  for (const paragraph of paragraphs) {
    if (html.length + paragraph.length + foot.length > NOTE_MAX_LENGTH) break;
    html += paragraph;
  }
  return html + foot;
}
