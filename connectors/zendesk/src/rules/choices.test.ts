import { AppError } from '@draftsmith/errors';
import { expect, test } from 'vitest';
import { createTransport } from '../client/transport.ts';
import { settingsFor, startAccount } from '../testing/account.ts';
import { createChoices } from './choices.ts';
import { recentTickets } from './recent.ts';

const signal = AbortSignal.timeout(20_000);

async function setUp(through: (path: string) => void = () => undefined) {
  const simulator = await startAccount();
  let time = Date.parse('2026-11-20T10:00:00Z');
  const now = () => new Date(time);
  const asked: string[] = [];
  const fetched: typeof fetch = (input, init) => {
    const { pathname } = new URL(input instanceof Request ? input.url : String(input));
    asked.push(pathname);
    through(pathname);
    return fetch(input, init);
  };
  const transport = createTransport(settingsFor(simulator), { fetch: fetched, now, warn: () => undefined });
  const warnings: unknown[] = [];
  const choices = createChoices({ transport, now, warn: (message, fields) => warnings.push([message, fields]) });
  const forward = (ms: number) => {
    time += ms;
  };
  return { simulator, transport, choices, asked, warnings, forward };
}

test('an admin picks from what the account has, by name', async () => {
  const { simulator, choices, asked, forward } = await setUp();
  try {
    const found = await choices(signal);
    expect(found.brands).toContainEqual({ id: '900', name: 'Acme' });
    expect(found.agents).toEqual([
      { id: '11', name: 'Ada Admin' },
      { id: '12', name: 'Ben Agent' },
    ]);
    expect(found.channels.map(({ id }) => id)).toContain('email');
    const calls = asked.length;
    expect(calls).toBeLessThanOrEqual(6);
    await choices(signal);
    expect(asked).toHaveLength(calls);
    forward(5 * 60_000);
    await choices(signal);
    expect(asked.length).toBeGreaterThan(calls);
  } finally {
    await simulator.close();
  }
});

test('a list that the account or the token does not give is empty, and the others are there', async () => {
  const gone = (path: string) => {
    if (!path.includes('ticket_forms')) return;
    throw new AppError('permission', 'no', { status: 403 });
  };
  const { simulator, transport, choices, warnings } = await setUp();
  try {
    const failing = {
      pages: ((...given: Parameters<typeof transport.pages>) => {
        gone(given[0]);
        return transport.pages(...given);
      }) as typeof transport.pages,
    };
    const warn = (message: string, fields?: object) => warnings.push([message, fields]);
    const partly = createChoices({ transport: failing, now: () => new Date(0), warn });
    expect(await partly(signal)).toMatchObject({ forms: [], brands: [{ id: '900' }] });
    expect(warnings).toEqual([[expect.any(String), { list: 'ticket_forms.json', status: 403 }]]);
    expect((await choices(signal)).brands).toHaveLength(1);
  } finally {
    await simulator.close();
  }
});

test('the newest tickets of customers come in one call, each as it was when it came', async () => {
  const { simulator, transport, asked } = await setUp();
  try {
    const found = await recentTickets(transport, { limit: 50, agentOrigin: 'https://acme.zendesk.com' }, signal);
    expect(found).toEqual([
      {
        id: '71447',
        subject: 'Refund for my order',
        url: 'https://acme.zendesk.com/agent/tickets/71447',
        text: 'Where is my refund?',
        facts: expect.objectContaining({ brand: '900', channel: 'email', replies: 0, askedAt: expect.any(String) }),
      },
    ]);
    expect(asked).toHaveLength(1);
    expect(await recentTickets(transport, { limit: 0, agentOrigin: undefined }, signal)).toEqual([]);
  } finally {
    await simulator.close();
  }
});
