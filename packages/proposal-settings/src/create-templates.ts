import { createHash, randomUUID } from 'node:crypto';
import type { ProposalTemplateView } from '@draftsmith/contracts';
import type { Orm } from '@draftsmith/database';
import {
  proposalTemplateFiles as files,
  proposalTemplateRevisions as revisions,
  proposalTemplates as templates,
} from '@draftsmith/database/schema';
import { AppError } from '@draftsmith/errors';
import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { changed } from './template-change.ts';
import { type ProposalTemplate, STANDARD, STANDARD_VIEW, type TemplateChange, type Templates } from './templates.ts';

type Within = Pick<Orm, 'insert' | 'update' | 'select'>;
type Revision = typeof revisions.$inferSelect;
type Where = { connector: string; account: string };

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Templates in the database, revision by revision. */
export function createTemplates(orm: Orm, { now = () => new Date() }: { now?: () => Date } = {}): Templates {
  const isOf = ({ connector, account }: Where) =>
    and(eq(templates.connector, connector), eq(templates.account, account));
  const isNewest = and(eq(revisions.templateId, templates.id), eq(revisions.revision, templates.revision));

  async function find(where: Where, id: string, revision?: number): Promise<ProposalTemplate | undefined> {
    if (id === STANDARD.id) return STANDARD;
    if (!UUID.test(id)) return undefined;
    const [document, logo] = [alias(files, 'document'), alias(files, 'logo')];
    const wanted = revision === undefined ? isNewest : eq(revisions.revision, revision);
    const [row] = await orm
      .select({ revision: revisions, document: document.bytes, logo: logo.bytes })
      .from(templates)
      .innerJoin(revisions, and(eq(revisions.templateId, templates.id), wanted))
      .leftJoin(document, eq(document.sha256, revisions.document))
      .leftJoin(logo, eq(logo.sha256, revisions.logo))
      // A removed one is still what its versions were made with.
      .where(and(isOf(where), eq(templates.id, id), revision === undefined ? isNull(templates.removedAt) : undefined));
    return row && toTemplate(row.revision, row);
  }

  async function write(tx: Within, change: TemplateChange, id: string, content: ReturnType<typeof changed>['content']) {
    const { connector, account, by } = change;
    const revision = change.revision + 1;
    const rows =
      change.id === undefined
        ? await tx.insert(templates).values({ id, connector, account, revision }).returning()
        : await tx
            .update(templates)
            .set({ revision })
            .where(
              and(
                isOf(change),
                eq(templates.id, id),
                eq(templates.revision, change.revision),
                isNull(templates.removedAt),
              ),
            )
            .returning();
    if (rows.length === 0) throw conflict();
    const { document, logo, ...text } = content;
    const [row] = await tx
      .insert(revisions)
      .values({
        ...{ templateId: id, revision, at: now(), by, ...text, hints: { ...text.hints } },
        document: document ? await keep(tx, document) : null,
        logo: logo ? await keep(tx, logo) : null,
      })
      .returning();
    return toView(row as Revision);
  }

  return {
    async list(connector, account) {
      const rows = await orm
        .select({ revision: revisions })
        .from(templates)
        .innerJoin(revisions, isNewest)
        .where(and(isOf({ connector, account }), isNull(templates.removedAt)))
        .orderBy(asc(sql`lower(${revisions.name})`), asc(revisions.templateId));
      return [STANDARD_VIEW, ...rows.map(({ revision }) => toView(revision))];
    },
    find,
    async save(change, record) {
      const { id } = change;
      const before = id === undefined ? undefined : await find(change, id);
      if (id !== undefined && (!before || id === STANDARD.id)) throw unknown();
      const { content, findings } = changed(before, change);
      const template = await orm.transaction(async (tx) => {
        const written = await write(tx, change, id ?? randomUUID(), content);
        await record?.(written, tx);
        return written;
      });
      return { template, findings };
    },
    async remove(where, id, at, record) {
      if (!UUID.test(id)) throw unknown();
      await orm.transaction(async (tx) => {
        const [removed] = await tx
          .update(templates)
          .set({ removedAt: at })
          .where(and(isOf(where), eq(templates.id, id), isNull(templates.removedAt)))
          .returning({ id: templates.id, revision: templates.revision });
        if (!removed) throw unknown();
        await record?.(removed, tx);
      });
    },
  };
}

/** @returns its name, by which it is found again */
async function keep(tx: Within, bytes: Uint8Array): Promise<string> {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  await tx.insert(files).values({ sha256, bytes }).onConflictDoNothing();
  return sha256;
}

function toTemplate(
  row: Revision,
  { document, logo }: Record<'document' | 'logo', Uint8Array | null>,
): ProposalTemplate {
  const { templateId: id, revision, name, locale, terms, nextSteps, hints } = row;
  return { id, revision, name, locale, terms, nextSteps, hints, ...(document && { document }), ...(logo && { logo }) };
}

function toView({ templateId: id, document, logo, at, by: _, ...rest }: Revision): ProposalTemplateView {
  return {
    ...rest,
    id,
    hasDocument: document !== null,
    hasLogo: logo !== null,
    updatedAt: at.toISOString(),
  } as ProposalTemplateView;
}

function conflict(): AppError {
  const message = 'Somebody else changed this template meanwhile: load it again, then make your change';
  return new AppError('conflict', message, { code: 'proposal-template.conflict', retryable: false });
}

function unknown(): AppError {
  return new AppError('not-found', 'There is no such template', { code: 'proposal-template.unknown' });
}
