import { DEFAULT_RULES, type DraftingRules, type RecentResource, type RuleChoices } from '@draftsmith/contracts';
import { accountRules, auditLog, drafts } from '@draftsmith/database/schema';
import { testBackends } from '@draftsmith/database/testing';
import { createDraftStore } from '@draftsmith/drafting';
import { AppError } from '@draftsmith/errors';
import { createRules } from '@draftsmith/rules';
import { testSealer } from '@draftsmith/sealing/testing';
import { Router } from 'express';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Account } from '../accounts.ts';
import { type Browser, startTestServer, type TestServer } from '../auth/testing.ts';
import { rulesRoutes } from './rules-routes.ts';

const ADDRESS = '/api/rules/desk/acme';
const EMPTY: RuleChoices = { brands: [], groups: [], forms: [], channels: [], tags: [], agents: [] };

function rules(only: Partial<DraftingRules['only']>): DraftingRules {
  return { ...DEFAULT_RULES, only: { ...DEFAULT_RULES.only, ...only } };
}

describe.each(testBackends)('on %s', (backend) => {
  let server: TestServer;
  let admin: Browser;
  let viewer: Browser;
  const sealer = testSealer();
  let connection: Partial<Account['connection']> = {};
  const account = () => ({ connector: 'desk', account: 'acme', title: 'Desk', connection }) as unknown as Account;

  beforeAll(async () => {
    const api = Router();
    server = await startTestServer(backend, {}, { api: [api] });
    api.use(
      rulesRoutes({
        database: server.database,
        sealer,
        accounts: {
          get all() {
            return [account()];
          },
          find: (connector, name) => (connector === 'desk' && name === 'acme' ? account() : undefined),
        },
        rules: createRules(server.database.orm),
        adminOnly: server.auth.requireRole('admin'),
        actor: server.auth.actor,
      }),
    );
  });
  beforeEach(async () => {
    await server.reset();
    connection = {};
    for (const table of [accountRules, auditLog, drafts]) await server.database.orm.delete(table);
    admin = await server.signedIn('admin');
    viewer = await server.signedIn('viewer');
  });
  afterAll(() => server.close());

  const put = (body: object) => admin.send('PUT', ADDRESS, body);

  test('everybody signed in reads the rules, admins change them, and the change is on record without its words', async () => {
    expect((await server.browser().send('GET', '/api/rules')).status).toBe(401);
    expect((await viewer.send('GET', '/api/rules')).json).toMatchObject([{ rules: DEFAULT_RULES, revision: 0 }]);
    const wanted = { ...rules({ brands: ['b1'] }), voice: { ...DEFAULT_RULES.voice, houseRules: ['no Nightjar'] } };
    const saved = await put({ rules: wanted, revision: 0 });
    expect(saved.json).toMatchObject({ rules: wanted, revision: 1, updatedBy: 'admin' });
    expect((await viewer.send('GET', '/api/rules')).json).toEqual([saved.json]);
    const entries = (await server.database.orm.select().from(auditLog)).filter((one) => one.action === 'rules.changed');
    expect(entries).toMatchObject([{ subject: 'desk/acme', detail: { changed: ['only', 'voice'], revision: 1 } }]);
    expect(JSON.stringify(entries)).not.toContain('Nightjar');
  });

  test('rules as long as they may be are saved and tried; a stranger is not read that far', async () => {
    const long = rules({ tags: Array.from({ length: 500 }, (_, i) => `${i}-`.padEnd(200, 'x')) });
    expect((await put({ rules: long, revision: 0 })).status).toBe(200);
    expect((await admin.send('POST', `${ADDRESS}/try`, { rules: long })).status).toBe(200);
    expect((await server.browser().send('PUT', ADDRESS, { rules: long, revision: 1 })).status).toBe(401);
  });

  test('who may not, what is wrong, and who came too late are told', async () => {
    expect((await viewer.send('PUT', ADDRESS, { rules: DEFAULT_RULES, revision: 0 })).status).toBe(403);
    expect((await viewer.send('POST', `${ADDRESS}/try`, { rules: DEFAULT_RULES })).status).toBe(403);
    const wrong = await put({ rules: { ...DEFAULT_RULES, when: 'never' }, revision: 0 });
    expect([wrong.status, wrong.json]).toEqual([
      400,
      expect.objectContaining({ message: expect.stringContaining('when: expected first-reply or every-message') }),
    ]);
    expect((await put({ rules: DEFAULT_RULES })).json).toMatchObject({
      message: 'expected the revision that was edited',
    });
    await put({ rules: DEFAULT_RULES, revision: 0 });
    expect((await put({ rules: rules({ brands: ['b1'] }), revision: 0 })).status).toBe(409);
    expect((await admin.send('PUT', '/api/rules/desk/other', { rules: DEFAULT_RULES, revision: 0 })).status).toBe(404);
  });

  test('what an admin picks from comes from the source system, where it has something', async () => {
    expect((await viewer.send('GET', `${ADDRESS}/choices`)).json).toEqual(EMPTY);
    const choices = { ...EMPTY, brands: [{ id: 'b1', name: 'Acme' }] };
    connection = { choices: async () => choices };
    expect((await viewer.send('GET', `${ADDRESS}/choices`)).json).toEqual(choices);
    connection = { choices: () => Promise.reject(new AppError('permission', 'The token may not read brands')) };
    expect((await viewer.send('GET', `${ADDRESS}/choices`)).json).toMatchObject({
      message: 'The token may not read brands',
    });
  });

  const tried = async (wanted: DraftingRules) => (await admin.send('POST', `${ADDRESS}/try`, { rules: wanted })).json;
  const recent = (id: string, brand: string): RecentResource => ({
    id,
    subject: `Ticket ${id}`,
    text: 'Wann kommt meine Bestellung endlich an?',
    facts: { brand, tags: [], replies: 0, askedAt: `2026-11-20T10:0${id}:00Z` },
  });

  test('rules are tried on the newest tickets of the source system while there are few drafts', async () => {
    connection = { recent: async () => [recent('2', 'b2'), recent('1', 'b1')] };
    expect(await tried(rules({ brands: ['b1'] }))).toEqual([
      expect.objectContaining({
        resourceId: '2',
        subject: 'Ticket 2',
        language: 'de',
        before: 'draft',
        after: 'brand',
      }),
      expect.objectContaining({ resourceId: '1', before: 'draft', after: 'draft' }),
    ]);
    // Nothing was saved.
    expect((await viewer.send('GET', '/api/rules')).json).toMatchObject([{ revision: 0 }]);
  });

  test('drafts of our own come first, and those that no rule brings back are no examples', async () => {
    const store = createDraftStore(server.database, sealer);
    const save = (at: number, more: object) =>
      store.save({
        id: `00000000-0000-8000-8000-00000000000${at}`,
        ...{ connector: 'desk', account: 'acme', resourceType: 'ticket', resourceId: String(at) },
        ...{ deliveryId: `d${at}`, revision: `c${at}`, state: 'drafted', language: 'en' },
        ...{ facts: { brand: 'b1', tags: ['vip'], replies: 0 }, subject: `Draft ${at}` },
        receivedAt: new Date(Date.parse('2026-11-21T10:00:00Z') + at),
        ...more,
      });
    await save(3, {});
    await save(4, { state: 'skipped', outcome: { kind: 'skipped', reason: 'thanks-only' } });
    await save(5, { state: 'skipped', outcome: { kind: 'skipped', reason: 'rules', detail: 'tag' } });
    await save(6, { account: 'other' });
    connection = { recent: async () => [recent('3', 'b1'), recent('1', 'b2')] };
    const never = { ...DEFAULT_RULES, never: { ...DEFAULT_RULES.never, tags: ['vip'] } };
    expect(await tried(never)).toMatchObject([
      { resourceId: '5', subject: 'Draft 5', before: 'draft', after: 'tag' },
      { resourceId: '3', subject: 'Draft 3', before: 'draft', after: 'tag' },
      { resourceId: '1', subject: 'Ticket 1', before: 'draft', after: 'draft' },
    ]);
    // Few examples are better than none.
    connection = { recent: () => Promise.reject(new AppError('unavailable', 'down')) };
    expect(await tried(never)).toHaveLength(2);
  });

  test('without any example the admin reads why', async () => {
    expect(await tried(DEFAULT_RULES)).toEqual([]);
    connection = { recent: () => Promise.reject(new AppError('permission', 'The token may not list tickets')) };
    expect(await tried(DEFAULT_RULES)).toMatchObject({ message: 'The token may not list tickets' });
  });
});
