import { randomUUID } from 'node:crypto';
import { createAuditLog } from '@draftsmith/audit';
import { DEFAULT_PROPOSAL_SETTINGS } from '@draftsmith/contracts';
import type { Database } from '@draftsmith/database';
import * as schema from '@draftsmith/database/schema';
import { openTestDatabase, testBackends } from '@draftsmith/database/testing';
import { createPeopleIndex } from '@draftsmith/personal-data';
import { createProposalSettings, createRateCard, createTemplates } from '@draftsmith/proposal-settings';
import { createProposalPeople } from '@draftsmith/proposals';
import { aStoredVersion } from '@draftsmith/proposals/testing';
import { testSealer } from '@draftsmith/sealing/testing';
import { getTableName, is } from 'drizzle-orm';
import { PgTable } from 'drizzle-orm/pg-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createSecretStore } from '../secrets/secret-store.ts';
import { removeLocalData } from './local-data.ts';

const sealer = testSealer();
const NOON = new Date('2026-11-23T12:00:00.000Z');
const TABLES = Object.values(schema).filter((one) => is(one, PgTable)) as PgTable[];

describe.each(testBackends)('an account with proposals is taken away on %s', (backend) => {
  let database: Database;
  beforeAll(async () => {
    database = await openTestDatabase(backend);
  });
  afterAll(() => database.close());

  /** Everything that an account of a CRM leaves here; the logo is the same for all. */
  async function fill(account: string): Promise<void> {
    const { orm } = database;
    const key = { connector: 'crm', account };
    const made = await aStoredVersion({ database, sealer, resource: { ...key, type: 'deal', id: '77' } });
    const people = createProposalPeople(orm, createPeopleIndex(Buffer.alloc(32, 7)), () => NOON);
    await people.note(made, [{ email: 'priya@example.com' }]);
    const write = { proposalId: made.proposalId, number: 1, kind: 'attach', state: 'done' } as const;
    await orm.insert(schema.proposalWrites).values({ ...write, idempotencyKey: 'k', startedAt: NOON });
    await orm.insert(schema.completions).values({
      ...{ ...key, id: randomUUID(), reference: made.proposalId, purpose: 'proposal', outcome: 'answered' },
      ...{ latencyMs: 1, inputTokens: 1, outputTokens: 1, costUsd: '0', cache: 'miss', createdAt: NOON },
    });
    await orm
      .insert(schema.deliveries)
      .values({ ...key, deliveryId: `d-${account}`, resourceType: 'deal', resourceId: '77', receivedAt: NOON });
    const pixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==';
    const logo = Uint8Array.from(Buffer.from(pixel, 'base64'));
    await createTemplates(orm).save({ ...key, revision: 0, by: null, name: 'Short', logo });
    const item = { sku: 'A', name: 'Desk', price: '12.50', currency: 'EUR', validUntil: null };
    await createRateCard(orm).replace(key, [item], async () => {});
    const value = { ...DEFAULT_PROPOSAL_SETTINGS, company: 'Suite Ltd' };
    await createProposalSettings(orm).save({ ...key, value, revision: 0, by: null });
  }

  /** Rows of each table that has any. */
  async function rowsLeft(): Promise<Record<string, unknown[]>> {
    const left: Record<string, unknown[]> = {};
    for (const table of TABLES) {
      const rows = await database.orm.select().from(table);
      if (rows.length > 0) left[getTableName(table)] = rows;
    }
    return left;
  }
  const remove = (account: string) =>
    removeLocalData(database.orm, createSecretStore(database.orm, sealer), { connector: 'crm', account });

  test('nothing is left of it but the audit log, and all of the other’s', async () => {
    await createAuditLog(database.orm).record({
      ...{ actor: { kind: 'command' }, action: 'connection.removed', subject: 'crm/acme' },
    });
    await fill('globex');
    const others = await rowsLeft();
    for (const name of ['proposals', 'proposal_template_revisions', 'proposal_template_files', 'rate_card_items'])
      expect(Object.keys(others)).toContain(name);
    await fill('acme');
    const { rows } = await remove('acme');
    expect(rows).toMatchObject({ proposals: 1, proposal_templates: 1, rate_card_items: 1, completions: 1 });
    expect(await rowsLeft()).toEqual(others);
    await remove('globex');
    expect(Object.keys(await rowsLeft())).toEqual(['audit_log']);
  });
});
