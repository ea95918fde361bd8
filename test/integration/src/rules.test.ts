import { DEFAULT_RULES } from '@draftsmith/contracts';
import { drafts } from '@draftsmith/database/schema';
import { testBackends } from '@draftsmith/database/testing';
import { isNotNull } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { deliver, triggerBody } from './delivery.ts';
import { ANY_BACKEND, type Harness, type HarnessOptions, startHarness } from './harness.ts';
import { question, questions, seedOf } from './seed.ts';

const TICKET = 101;
const STORM = 30;
/** Few at a time, so that a bound means something. */
const AT_ONCE = { DRAFTSMITH_CONCURRENCY: '4' };

async function withHarness(options: HarnessOptions, run: (harness: Harness) => Promise<void>): Promise<void> {
  const harness = await startHarness({ raw: AT_ONCE, ...options });
  try {
    await run(harness);
  } finally {
    await harness.close();
  }
}

const asks = (count: number) => ({
  body: `How long does a refund take after I return the goods? I ask for time ${count}.`,
});
const written = async (harness: Harness) =>
  (await harness.database()).orm.select().from(drafts).where(isNotNull(drafts.provider));

describe.each(testBackends)('a storm (%s)', (backend) => {
  test(`${STORM} deliveries of one message bring one draft and one note`, { timeout: 120_000 }, async () => {
    await withHarness({ backend, seed: seedOf([question(TICKET)]) }, async (harness) => {
      harness.zendesk.arrive(TICKET);
      await harness.zendesk.settled();
      const target = { url: harness.server.url ?? '', secret: harness.account.secret };
      const answers = await Promise.all(Array.from({ length: STORM }, () => deliver(target, triggerBody(TICKET))));
      expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([202]));
      await harness.jobsEnded(STORM + 1);
      expect(harness.zendesk.state.notes(TICKET)).toHaveLength(1);
      expect(await written(harness)).toHaveLength(1);
    });
  });

  test(`${STORM} messages of one customer stay within the cap of their ticket`, { timeout: 120_000 }, async () => {
    const rules = { caps: { perResource: 3, perHour: null } };
    await withHarness({ backend, rules, seed: seedOf([question(TICKET)]) }, async (harness) => {
      harness.zendesk.arrive(TICKET);
      for (let count = 2; count <= STORM; count += 1) harness.zendesk.addCustomerComment(TICKET, asks(count));
      await harness.jobsEnded(STORM);
      const notes = harness.zendesk.state.notes(TICKET).length;
      const drafted = (await written(harness)).length;
      expect(drafted).toBeGreaterThan(0);
      expect(drafted).toBeLessThanOrEqual(3 + Number(AT_ONCE.DRAFTSMITH_CONCURRENCY));
      expect(notes).toBeLessThanOrEqual(drafted);
    });
  });
});

test('one after the other, a cap is exact, and what goes over it says so', { timeout: 120_000 }, async () => {
  const rules = { caps: { perResource: 2, perHour: null } };
  await withHarness({ backend: ANY_BACKEND, rules, seed: seedOf([question(TICKET)]) }, async (harness) => {
    harness.zendesk.arrive(TICKET);
    for (let count = 1; count <= 4; count += 1) {
      const { state, outcome } = await harness.outcomes.of(TICKET, count);
      if (count <= 2) expect(state).toBe('drafted');
      else expect(outcome).toEqual({ kind: 'skipped', reason: 'rules', detail: 'per-resource' });
      harness.zendesk.addCustomerComment(TICKET, asks(count + 1));
    }
    expect(harness.zendesk.state.notes(TICKET)).toHaveLength(2);
  });
});

test('many tickets at once stay within the cap of the hour', { timeout: 120_000 }, async () => {
  const tickets = questions(TICKET, STORM);
  const rules = { caps: { perResource: null, perHour: 6 } };
  await withHarness({ backend: ANY_BACKEND, rules, seed: seedOf(tickets) }, async (harness) => {
    for (const { id } of tickets) harness.zendesk.arrive(id);
    const ended = await Promise.all(tickets.map(({ id }) => harness.outcomes.of(id)));
    const drafted = ended.filter(({ state }) => state === 'drafted').length;
    expect(drafted).toBeGreaterThanOrEqual(6);
    expect(drafted).toBeLessThanOrEqual(6 + Number(AT_ONCE.DRAFTSMITH_CONCURRENCY));
    for (const { state, outcome } of ended)
      if (state !== 'drafted') expect(outcome).toEqual({ kind: 'skipped', reason: 'rules', detail: 'per-hour' });
  });
});

test('what the rules say holds from the webhook to the note', { timeout: 120_000 }, async () => {
  const [german, english, tagged] = [101, 102, 103];
  const rules = {
    only: { ...DEFAULT_RULES.only, languages: ['en'], brands: ['900'] },
    never: { ...DEFAULT_RULES.never, tags: ['legal'] },
    voice: { ...DEFAULT_RULES.voice, signature: 'Your Acme team' },
  };
  const seed = seedOf([question(german, { language: 'de' }), question(english), question(tagged, { tags: ['legal'] })]);
  await withHarness({ backend: ANY_BACKEND, rules, seed }, async (harness) => {
    for (const id of [german, english, tagged]) harness.zendesk.arrive(id);
    const reasonOf = async (id: number) => (await harness.outcomes.of(id)).outcome;
    expect(await reasonOf(german)).toMatchObject({ reason: 'rules', detail: 'language' });
    expect(await reasonOf(tagged)).toMatchObject({ reason: 'rules', detail: 'tag' });
    expect(await reasonOf(english)).toEqual({ kind: 'drafted' });
    expect(harness.zendesk.state.notes(english)[0]?.html_body).toContain('<p>Your Acme team</p><hr />');
    expect([german, tagged].flatMap((id) => harness.zendesk.state.notes(id))).toEqual([]);
    const rows = await (await harness.database()).orm.select().from(drafts);
    expect(rows.map(({ facts }) => facts?.brand)).toEqual(['900', '900', '900']);
    expect(rows.every(({ askedAt }) => askedAt !== null)).toBe(true);
  });
});

test('a draft for the sidebar alone writes nothing into the ticket', { timeout: 120_000 }, async () => {
  const seed = seedOf([question(TICKET)]);
  await withHarness({ backend: ANY_BACKEND, rules: { deliver: 'sidebar' }, seed }, async (harness) => {
    harness.zendesk.arrive(TICKET);
    expect(await harness.outcomes.of(TICKET)).toMatchObject({ state: 'drafted', outcome: { kind: 'drafted' } });
    expect(harness.zendesk.state.notes(TICKET)).toEqual([]);
    const [row] = await written(harness);
    expect(row).toMatchObject({ artefactId: null, content: expect.any(String) });
  });
});
