import { acceptances, deliveries, draftPeople, drafts } from '@draftsmith/database/schema';
import { type ModelServer, startModels } from '@draftsmith/simulators/models';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { deliver, eventBody } from './delivery.ts';
import { ANY_BACKEND, type Harness, startHarness } from './harness.ts';
import { ADMIN, CUSTOMERS, question, seedOf } from './seed.ts';

/** One ticket for each fate; the last two are of customers of their own. */
const TICKET = { asIs: 101, edited: 102, ignored: 103, ended: 104, again: 105, redacted: 106, deleted: 107 } as const;
const LATER = 60_000;

const DRAFT = 'Hello [PERSON_1], a refund takes 5 working days after we receive the goods [1].';

/** The agent answers; the account's trigger tells of each comment, and the event of staff is delivered by hand. */
describe('what became of drafts', () => {
  let models: ModelServer;
  let harness: Harness;
  let fates: Map<string, typeof acceptances.$inferSelect>;
  let rows: (typeof drafts.$inferSelect)[];
  let told: string;

  beforeAll(async () => {
    models = await startModels({ reply: () => DRAFT });
    const languageOf = (id: number) => (id === TICKET.redacted ? 'de' : id === TICKET.deleted ? 'es' : 'en');
    harness = await startHarness({
      backend: ANY_BACKEND,
      models,
      routes: 'openai/gpt-5-mini',
      seed: seedOf(Object.values(TICKET).map((id) => question(id, { language: languageOf(id) }))),
      // Agents read before they answer: their comments come a minute after the drafts.
      zendesk: { clock: () => new Date(Date.now() + LATER) },
    });
    const { zendesk, outcomes, server, account, log } = harness;
    const tell = (type: string, ticket: number, event: object = {}) =>
      deliver({ url: server.url ?? '', secret: account.secret }, eventBody(type, ticket, event));
    for (const id of Object.values(TICKET)) zendesk.arrive(id);
    await Promise.all(Object.values(TICKET).map((id) => outcomes.of(id)));

    const staff = { comment: { id: '1', is_public: true, author: { id: String(ADMIN), is_staff: true } } };
    zendesk.addAgentComment(
      TICKET.asIs,
      'Dear Ms Featherstone,\n\na refund takes 5 working days after we receive the goods.',
    );
    zendesk.addAgentComment(TICKET.edited, 'Hi,\n\na refund takes 7 working days after we receive the goods.');
    zendesk.addAgentComment(TICKET.ignored, 'Which order is it? I find none under your address.');
    zendesk.setStatus(TICKET.ended, 'solved');
    zendesk.addCustomerComment(TICKET.again, 'And who pays for the parcel?');
    zendesk.addAgentComment(TICKET.again, 'We do, with the label from your account.');
    await zendesk.settled();
    for (const id of [TICKET.asIs, TICKET.edited, TICKET.ignored, TICKET.again])
      await tell('ticket.comment_added', id, staff);
    await tell('ticket.status_changed', TICKET.ended, { previous: 'OPEN', current: 'SOLVED' });
    await log.until(({ message }) => message === 'A draft met its reply', 5);

    await tell('ticket.comment_redacted', TICKET.redacted, { comment: { id: '1' } });
    await deliver({ url: server.url ?? '', secret: account.secret }, deletedUser(CUSTOMERS.es.id));
    await log.until(({ message }) => message === 'Forgotten with the source system', 2);
    told = log.text();

    const { orm } = await harness.database();
    rows = await orm.select().from(drafts);
    const found = await orm.select().from(acceptances).innerJoin(drafts, eq(drafts.id, acceptances.draftId));
    fates = new Map(found.map((row) => [row.drafts.resourceId, row.acceptances]));
    const jobs = await orm.select().from(deliveries);
    expect(jobs.length).toBeGreaterThan(10);
  });
  afterAll(async () => {
    await harness.close();
    await models.close();
  });

  const fateOf = (ticket: number) => fates.get(String(ticket));

  test('sent as it is, by another name', () => {
    expect(fateOf(TICKET.asIs)).toMatchObject({
      verdict: 'as-is',
      kept: 1,
      added: 0,
      version: 1,
      agentId: String(ADMIN),
    });
  });

  test('sent with another figure', () => {
    expect(fateOf(TICKET.edited)).toMatchObject({ verdict: 'edited', edits: ['facts'] });
  });

  test('a reply of the agent’s own, none at all, and the customer again', () => {
    expect(fateOf(TICKET.ignored)).toMatchObject({ verdict: 'ignored' });
    expect(fateOf(TICKET.ended)).toMatchObject({ verdict: 'no-reply', kept: null });
    expect(fateOf(TICKET.again)).toMatchObject({ verdict: 'superseded', kept: null });
  });

  test('redacted words and deleted people are gone here as well', async () => {
    const forgotten = rows
      .filter(({ forgottenWhy }) => forgottenWhy === 'source')
      .map(({ resourceId }) => Number(resourceId));
    expect(forgotten.sort()).toEqual([TICKET.redacted, TICKET.deleted]);
    const ids = rows.flatMap(({ id, forgottenWhy }) => (forgottenWhy === 'source' ? id : []));
    for (const id of ids) expect(rows.find((row) => row.id === id)).toMatchObject({ about: null, content: null });
    const people = await (await harness.database()).orm.select().from(draftPeople);
    expect(people.filter(({ draftId }) => ids.includes(draftId))).toEqual([]);
    expect(people.some(({ kind }) => kind === 'reference')).toBe(true);
  });

  test('no word of a reply is stored or logged', () => {
    expect(JSON.stringify([...fates.values()]) + told).not.toMatch(/Which order|7 working days|Featherstone/);
  });
});

function deletedUser(id: number): object {
  return { ...eventBody('user.deleted', 0), subject: `zen:user:${id}`, detail: { id: String(id) } };
}
