import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ADMIN_ID, CLOSED_TICKET_ID, OPEN_TICKET_ID } from './sample-seed.ts';
import { type Account, openAccount } from './test-account.ts';

const RECORDED = resolve(import.meta.dirname, '../../../../../shared/fixtures/zendesk');

/** Fields that recorded answers have and that nothing here needs; everything else must be there with its type. */
const NOT_SIMULATED: Record<string, string[]> = {
  ticket: ['generated_timestamp', 'encoded_id'],
  user: [
    'shared_phone_number',
    'photo',
    'shared',
    'shared_agent',
    'last_login_at',
    'two_factor_auth_enabled',
    'signature',
    'custom_role_id',
    'moderator',
    'ticket_restriction',
    'only_private_comments',
    'restricted_agent',
    'default_group_id',
    'report_csv',
  ],
};

function recorded(file: string): Record<string, unknown> {
  return JSON.parse(readFileSync(resolve(RECORDED, file), 'utf8')) as Record<string, unknown>;
}

/** Names of fields whose type differs from the recording; null may stand for anything. */
function differences(real: Record<string, unknown>, ours: Record<string, unknown>, ignored: string[] = []): string[] {
  const kind = (value: unknown) => (Array.isArray(value) ? 'array' : typeof value);
  return Object.entries(real)
    .filter(([name]) => !ignored.includes(name))
    .filter(([name, value]) => {
      if (!(name in ours)) return true;
      return value !== null && ours[name] !== null && kind(value) !== kind(ours[name]);
    })
    .map(([name]) => name);
}

describe.skipIf(!existsSync(RECORDED))('recorded answers (needs ../shared beside the checkout)', () => {
  let account: Account;
  beforeAll(async () => {
    account = await openAccount();
  });
  afterAll(() => account.simulator.close());

  it('have the ticket that we answer', async () => {
    const [real] = recorded('amp-labs-fixtures/read/incremental/tickets.json').tickets as Record<string, unknown>[];
    const { body } = await account.get(`/api/v2/tickets/${OPEN_TICKET_ID}.json`);
    expect(differences(real ?? {}, body.ticket, NOT_SIMULATED.ticket)).toEqual([]);
  });

  it('have the user that we answer', async () => {
    const [real] = recorded('amp-labs-fixtures/read/incremental/users-2-last-page.json').users as Record<
      string,
      unknown
    >[];
    const { body } = await account.get(`/api/v2/users/${ADMIN_ID}.json`);
    expect(differences(real ?? {}, body.user, NOT_SIMULATED.user)).toEqual([]);
  });

  it('have the organisation that we answer', async () => {
    const [call] = recorded('node-zendesk-fixtures/organizations_test_show_single.json') as unknown as [
      { response: { organization: Record<string, unknown> } },
    ];
    const { body } = await account.get('/api/v2/organizations/301.json');
    expect(differences(call.response.organization, body.organization)).toEqual([]);
  });

  it('have the trigger and the page envelope that we answer', async () => {
    const page = recorded('amp-labs-fixtures/read/triggers-2-last-page.json');
    account.simulator.webhooks.connectTrigger({ endpoint: 'http://127.0.0.1:9/' });
    const { body } = await account.get('/api/v2/triggers.json?page[size]=1');
    const [real] = page.triggers as Record<string, unknown>[];
    expect(differences(real ?? {}, body.triggers[0])).toEqual([]);
    expect(Object.keys(body)).toEqual(Object.keys(page));
    expect(Object.keys(body.meta)).toEqual(Object.keys(page.meta as object));
    // The recorded last page is one of the many whose next link is set.
    expect((page.meta as { has_more: boolean }).has_more).toBe(false);
    expect((page.links as { next: unknown }).next).not.toBeNull();
  });

  it('have the brand and the export of changed tickets that we answer', async () => {
    const { brands } = (await account.get('/api/v2/brands.json')).body;
    const real = recorded('amp-labs-fixtures/create-brand.json').brand as Record<string, unknown>;
    expect(differences(real, brands[0])).toEqual([]);
    const page = recorded('amp-labs-fixtures/read/incremental/tickets.json');
    const { body } = await account.get('/api/v2/incremental/tickets/cursor.json?start_time=0');
    expect(differences(page, body)).toEqual([]);
    expect(body.end_of_stream).toBe(page.end_of_stream);
  });

  it('have the errors that we answer', async () => {
    const path = `/api/v2/tickets/${OPEN_TICKET_ID}.json`;
    const stale = { ticket: { safe_update: true, updated_stamp: '2020-01-01T00:00:00Z' } };
    const note = { ticket: { comment: { body: 'x', public: false } } };
    const many = Array.from({ length: 101 }, (_, index) => index).join(',');
    const answers = {
      '404-record-not-found': await account.get('/api/v2/tickets/999.json'),
      '409-safe-update': await account.send('PUT', path, stale),
      '422-closed-ticket': await account.send('PUT', `/api/v2/tickets/${CLOSED_TICKET_ID}.json`, note),
      '400-too-many-values': await account.get(`/api/v2/users/show_many.json?ids=${many}`),
    };
    for (const [name, answer] of Object.entries(answers)) {
      const real = recorded(`error-fixtures/${name}.json`);
      expect(answer.status).toBe(Number(name.slice(0, 3)));
      // The recorded sentence leaves out the parameter's name; ours names it.
      expect({ ...answer.body, description: '' }).toEqual({ ...real, description: '' });
    }
  });
});
