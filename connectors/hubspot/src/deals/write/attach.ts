import type { AttachProposal, ProposalReceipt } from '@draftsmith/contracts';
import type { CrmObject } from '../../client/schemas.ts';
import type { HubSpotClient } from '../../client.ts';
import { type DealAccount, dealUrl } from '../account.ts';
import { ASSOCIATION, UNCONFIRMED } from '../facts.ts';
import { optional, propertyOf } from '../properties.ts';
import { findMarked } from './find-marked.ts';
import { markerOf } from './marker.ts';
import { noteHtml } from './note-html.ts';
import { once } from './once.ts';

export interface WritePorts {
  client: HubSpotClient;
  account: DealAccount;
  now: () => Date;
}

/**
 * Private files, then one note that has them. A repetition finds the note by its reference, and a file by its bytes: an
 * interruption anywhere leaves one of each. Nothing that is there is ever changed.
 */
export async function attachProposal(
  write: AttachProposal,
  ports: WritePorts,
  signal: AbortSignal,
): Promise<ProposalReceipt> {
  const { client, account } = ports;
  const info = await account.info(signal);
  const marker = markerOf('note', write.idempotencyKey);
  const where = { dealId: write.resource.id, type: 'notes', property: 'hs_note_body', marker } as const;
  const { kind, value: note } = await once({
    find: () => findMarked(client, where, ['hs_attachment_ids'], signal),
    create: () => createNote(write, marker, ports, signal),
    signal,
  });
  return { kind, noteId: note.id, fileIds: attachmentsOf(note), ...optional('url', dealUrl(info, write.resource.id)) };
}

async function createNote(
  write: AttachProposal,
  marker: string,
  { client, account, now }: WritePorts,
  signal: AbortSignal,
): Promise<CrmObject> {
  const { resource, files, note, userId } = write;
  const folderPath = `${UNCONFIRMED.folder}/deal-${resource.id.replace(/[^\w-]/g, '_')}`;
  const [owner, ...stored] = await Promise.all([
    userId === undefined ? undefined : account.owner(userId, 'userId', signal),
    ...files.map((file) => client.uploadFile({ ...file, folderPath }, signal)),
  ]);
  const properties = {
    hs_timestamp: now().toISOString(),
    hs_note_body: noteHtml(
      note,
      files.map(({ name }) => name),
      marker,
    ),
    hs_attachment_ids: stored.map(({ id }) => id).join(';'),
    ...optional('hubspot_owner_id', owner?.id),
  };
  const types = [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId: ASSOCIATION.noteToDeal }] as const;
  const { id } = await client.createObject('notes', { properties, associations: [{ to: resource.id, types }] }, signal);
  return { id, properties };
}

function attachmentsOf(note: CrmObject): string[] {
  return (propertyOf(note, 'hs_attachment_ids') ?? '').split(';').filter(Boolean);
}
