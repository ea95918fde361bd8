import type { Receipt, WriteBack } from '@draftsmith/contracts';
import { type AppError, isAppError } from '@draftsmith/errors';
import type { ZendeskClient } from './client/client.ts';
import { ticketClosed } from './client/errors.ts';
import { allItems } from './client/pages.ts';
import { findNote, locationOf } from './find-note.ts';

/** Tickets are touched by triggers right after a message; more conflicts in a row than this are left to the queue. */
const MAX_TRIES = 3;

/** Enough to meet a public comment behind a hundred notes. */
const MAX_COMMENT_PAGES = 3;

export interface WriteBackPorts {
  client: ZendeskClient;
  /** The note's HTML. */
  html: string;
  /** Address for people, without a trailing slash. */
  agentOrigin: string | undefined;
}

/**
 * Leaves exactly one internal note per idempotency key, whatever happened to earlier tries.
 *
 * The audits are read first, always: a safe update alone does not stop a second note, because `updated_at` has a
 * resolution of one second and a repetition within that second passes it.
 *
 * @throws AppError `invalid` with code `resource-closed`; `timeout` and `unavailable` when nobody knows whether
 * the note is there (repeat later with the same key); the other kinds as Zendesk answers them.
 */
export async function writeBack(write: WriteBack, ports: WriteBackPorts, signal: AbortSignal): Promise<Receipt> {
  const earlier = await findNote(write, ports, signal);
  if (earlier) return { kind: 'already-there', location: earlier };

  let stamp = write.context.freshness;
  for (let attempt = 1; ; attempt += 1) {
    const put = await tryPut(write, { ...ports, stamp }, signal);
    if (put.kind !== 'conflict') return put;

    // The ticket changed: by our own earlier try, by a message that makes this draft obsolete, or by something else.
    const note = await findNote(write, ports, signal);
    if (note) return { kind: 'already-there', location: note };
    const [{ ticket }, newest] = await Promise.all([
      ports.client.ticket(write.resource.id, signal),
      newestPublicComment(ports.client, write.resource.id, signal),
    ]);
    if (newest !== write.context.revision) return { kind: 'stale', detail: 'the conversation went on meanwhile' };
    if (attempt === MAX_TRIES) throw put.error;
    stamp = ticket.updated_at;
  }
}

type Put = Receipt | { kind: 'conflict'; error: AppError };

async function tryPut(
  write: WriteBack,
  { client, html, agentOrigin, stamp }: WriteBackPorts & { stamp: string },
  signal: AbortSignal,
): Promise<Put> {
  const { resource, idempotencyKey } = write;
  try {
    const note = { ticketId: resource.id, html, updatedStamp: stamp, idempotencyKey };
    const audit = await client.addInternalNote(note, signal);
    return { kind: 'created', location: locationOf(audit, resource, agentOrigin) };
  } catch (thrown) {
    if (!isAppError(thrown) || signal.aborted) throw thrown;
    switch (thrown.kind) {
      case 'conflict':
        return { kind: 'conflict', error: thrown };
      case 'timeout':
      case 'unavailable':
        return foundAfterAll(write, { client, agentOrigin }, thrown, signal);
      case 'invalid':
        throw await reasonOfRefusal(thrown, write, client, signal);
      default:
        throw thrown;
    }
  }
}

/** No answer does not mean no note. It may also still be on its way, so it is never sent again from here. */
async function foundAfterAll(
  write: WriteBack,
  ports: Pick<WriteBackPorts, 'client' | 'agentOrigin'>,
  failure: AppError,
  signal: AbortSignal,
): Promise<Receipt> {
  const location = await findNote(write, ports, signal).catch(() => undefined);
  if (!location) throw failure;
  return { kind: 'already-there', location };
}

/** The sentence about a closed ticket is in the language of the token's owner; the status is not. */
async function reasonOfRefusal(
  failure: AppError,
  write: WriteBack,
  client: ZendeskClient,
  signal: AbortSignal,
): Promise<AppError> {
  if (failure.status !== 422 || failure.code === ticketClosed().code) return failure;
  const status = await client.ticket(write.resource.id, signal).then(
    ({ ticket }) => ticket.status,
    () => undefined,
  );
  return status === 'closed' ? ticketClosed(failure.status) : failure;
}

async function newestPublicComment(
  client: ZendeskClient,
  ticketId: string,
  signal: AbortSignal,
): Promise<string | undefined> {
  const newestFirst = await allItems(client.commentPages(ticketId, MAX_COMMENT_PAGES, signal));
  return newestFirst.find((comment) => comment.public)?.id;
}
