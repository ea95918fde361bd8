import { randomUUID } from 'node:crypto';
import type { ResourceRef } from '@draftsmith/contracts';
import type { Orm } from '@draftsmith/database';
import { proposals } from '@draftsmith/database/schema';
import type { Sealer } from '@draftsmith/sealing';
import { and, eq } from 'drizzle-orm';
import { opened } from './opened.ts';

export type ProposalRow = typeof proposals.$inferSelect;

/** What rests sealed of a deal. */
export interface DealAbout {
  dealName: string;
}

export function isOn({ connector, account, type, id }: ResourceRef) {
  return and(
    eq(proposals.connector, connector),
    eq(proposals.account, account),
    eq(proposals.resourceType, type),
    eq(proposals.resourceId, id),
  );
}

/** The deal's row, made where there is none. */
export async function proposalOf(tx: Orm, resource: ResourceRef, askedAt: Date): Promise<ProposalRow> {
  const { connector, account, type: resourceType, id: resourceId } = resource;
  await tx
    .insert(proposals)
    .values({ id: randomUUID(), connector, account, resourceType, resourceId, askedAt })
    .onConflictDoNothing();
  const row = await findProposal(tx, resource);
  if (!row) throw new Error('A row that was just there is gone');
  return row;
}

export async function findProposal(orm: Pick<Orm, 'select'>, resource: ResourceRef): Promise<ProposalRow | undefined> {
  const [row] = await orm.select().from(proposals).where(isOn(resource));
  return row;
}

export const placeOfAbout = (id: string) => `proposals.about/${id}`;

export function sealDealAbout(sealer: Sealer, id: string, about: DealAbout): string {
  return sealer.seal(JSON.stringify(about), placeOfAbout(id));
}

/** Undefined where it was forgotten, or its key is gone. */
export function openDealAbout(sealer: Sealer, { id, about }: ProposalRow): DealAbout | undefined {
  return about === null ? undefined : opened<DealAbout>(() => sealer.open(about, placeOfAbout(id)));
}
