import type { Receipt, ResourceRef, WriteBack } from '@draftsmith/contracts';
import { AppError } from '@draftsmith/errors';
import type { ZendeskClient } from './client/client.ts';
import type { ApiAudit } from './client/schemas.ts';
import { AUDIT_MARKER } from './facts.ts';

/** A thousand changes after the customer's message: no living ticket has them. */
const MAX_AUDIT_PAGES = 10;

export type NoteLocation = Extract<Receipt, { location: unknown }>['location'];

/**
 * Looks for the note that an earlier try with this key left, in the audits: only there does Zendesk keep what we
 * attached to it.
 *
 * @throws AppError `conflict`, not retryable, when the history is too long to be sure. A second note is worse than none.
 */
export async function findNote(
  { resource, idempotencyKey, context }: WriteBack,
  { client, agentOrigin }: { client: ZendeskClient; agentOrigin: string | undefined },
  signal: AbortSignal,
): Promise<NoteLocation | undefined> {
  for await (const page of client.auditPages(resource.id, MAX_AUDIT_PAGES, signal)) {
    const ours = page.items.find((audit) => audit.metadata?.custom?.[AUDIT_MARKER] === idempotencyKey);
    if (ours) return locationOf(ours, resource, agentOrigin);
    // A note is younger than the message it answers, so what is older need not be read.
    if (!page.hasMore || (isNewestFirst(page.items) && holdsComment(page.items, context.revision))) return undefined;
  }
  throw new AppError('conflict', 'The history of the ticket is too long to tell whether the note is already there', {
    code: 'zendesk.history-too-long',
    retryable: false,
  });
}

/** Where a note is: the comment within its audit. */
export function locationOf(audit: ApiAudit, resource: ResourceRef, agentOrigin: string | undefined): NoteLocation {
  const comment = audit.events?.find((event) => event.type === 'Comment');
  return {
    artefactId: comment?.id ?? audit.id,
    auditId: audit.id,
    ...(agentOrigin !== undefined && { url: `${agentOrigin}/agent/tickets/${resource.id}` }),
  };
}

/** Without this check, a Zendesk that ignores the order would make us stop before the newest audits. */
function isNewestFirst(audits: readonly ApiAudit[]): boolean {
  const [first, last] = [audits.at(0), audits.at(-1)];
  return first !== undefined && last !== undefined && Date.parse(first.created_at) > Date.parse(last.created_at);
}

function holdsComment(audits: readonly ApiAudit[], commentId: string): boolean {
  return audits.some((audit) => audit.events?.some((event) => event.type === 'Comment' && event.id === commentId));
}
