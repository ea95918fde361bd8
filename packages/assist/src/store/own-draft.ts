import type { DraftContext, Outcome } from '@draftsmith/contracts';
import { type Orm, storable } from '@draftsmith/database';
import { drafts } from '@draftsmith/database/schema';
import { draftIdOf, sealAbout, sealContent, type WrittenDraft } from '@draftsmith/drafting';
import type { Sealer } from '@draftsmith/sealing';
import { and, eq, inArray, isNull, or, type SQL } from 'drizzle-orm';
import { isOn } from './ticket-drafts.ts';

/** `there`: the message has its draft, or somebody else is at it. */
export type Taken = { kind: 'mine'; id: string } | { kind: 'there' } | { kind: 'forgotten' };

/** The row of a message for which an agent asks for a draft. */
export interface OwnDraft {
  /** Called again for the same operation it gives the same. */
  take(context: DraftContext, operationId: string): Promise<Taken>;
  /** @returns false when somebody else was faster, or the words were forgotten: then nothing is written. */
  fill(id: string, operationId: string, written: WrittenDraft): Promise<boolean>;
  /** There is no draft; why, in the words of a job's outcome. */
  end(id: string, operationId: string, outcome: Outcome, found: { language?: string | undefined }): Promise<void>;
}

export function createOwnDraft(orm: Orm, sealer: Sealer, now: () => Date): OwnDraft {
  /** Without words, not in the hands of a job, and not forgotten for good: a number of words has one author. */
  const open = (id: string, operationId: string): SQL | undefined =>
    and(
      eq(drafts.id, id),
      isNull(drafts.content),
      or(
        inArray(drafts.state, ['skipped', 'failed']),
        and(eq(drafts.state, 'working'), eq(drafts.deliveryId, deliveryOf(operationId))),
      ),
      or(isNull(drafts.forgottenWhy), eq(drafts.forgottenWhy, 'retention')),
    );

  return {
    take: (context, operationId) => orm.transaction((tx) => take(tx, sealer, { context, operationId, at: now() })),
    async fill(id, operationId, { text, citations, check, ...figures }) {
      const filled = await orm
        .update(drafts)
        .set({
          ...figures,
          content: sealContent(sealer, id, storable({ text, citations, check })),
          claims: check?.claims ?? null,
          supported: check?.supported ?? null,
          state: 'drafted',
          outcome: { kind: 'drafted' },
          finishedAt: now(),
          forgottenAt: null,
          forgottenWhy: null,
        })
        .where(open(id, operationId))
        .returning({ id: drafts.id });
      return filled.length > 0;
    },
    async end(id, operationId, outcome, { language }) {
      const state = outcome.kind === 'failed' ? 'failed' : 'skipped';
      await orm
        .update(drafts)
        .set({ state, outcome: { ...outcome }, finishedAt: now(), ...(language && { language }) })
        .where(open(id, operationId));
    },
  };
}

interface Taking {
  context: DraftContext;
  operationId: string;
  at: Date;
}

async function take(tx: Orm, sealer: Sealer, { context, operationId, at }: Taking): Promise<Taken> {
  const { resource, revision, subject, customer, facts, url } = context;
  const { connector, account, type: resourceType, id: resourceId } = resource;
  const deliveryId = deliveryOf(operationId);
  const id = draftIdOf({ connector, account, deliveryId });
  const about = sealAbout(sealer, id, storable({ subject, customerName: customer.name ?? null }));
  const [made] = await tx
    .insert(drafts)
    .values({
      ...{ id, connector, account, resourceType, resourceId, revision, deliveryId, about, receivedAt: at },
      state: 'working',
      ...(facts && { facts: { ...facts } }),
      ...(facts?.askedAt && { askedAt: new Date(facts.askedAt) }),
      ...(url && { url }),
    })
    .onConflictDoNothing()
    .returning({ id: drafts.id });
  if (made) return { kind: 'mine', id };

  const [row] = await tx
    .select()
    .from(drafts)
    .where(and(isOn(resource), eq(drafts.revision, revision)))
    .for('update');
  // It went between the two statements: as with one that was forgotten, nothing is written.
  if (!row || (row.forgottenAt && row.forgottenWhy !== 'retention')) return { kind: 'forgotten' };
  const theirs = row.state === 'working' && row.deliveryId !== deliveryId;
  return row.content !== null || theirs ? { kind: 'there' } : { kind: 'mine', id: row.id };
}

/** No source system numbers its deliveries so. */
function deliveryOf(operationId: string): string {
  return `assist:${operationId}`;
}
