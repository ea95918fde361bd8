import { deliveries, drafts } from '@draftsmith/database/schema';
import { testBackends } from '@draftsmith/database/testing';
import { type ModelServer, startModels } from '@draftsmith/simulators/models';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ANY_BACKEND, type Harness, startHarness } from './harness.ts';
import { ADMIN, CUSTOMERS, type Language, question, REFUND_ARTICLE_TITLE, seedOf } from './seed.ts';

const LANGUAGES = Object.keys(CUSTOMERS) as Language[];
const TICKET = { en: 101, ru: 102, de: 103, es: 104 } as const;
const TICKETS = Object.values(TICKET);

/** A message that says everything about its writer. */
function personal(language: Language): string {
  const { name, email, phone } = CUSTOMERS[language];
  const asks = {
    en: 'How long does a refund take after I return the goods?',
    ru: 'Сколько дней занимает возврат денег после возврата товара?',
    de: 'Wie lange dauert die Rückerstattung nach der Rücksendung der Ware?',
    es: '¿Cuánto tarda el reembolso después de devolver el producto?',
  }[language];
  return `${asks}\n\n${name}\n${email}\n${phone}`;
}

/** Every spelling of a customer that must not leave the conversation. */
function traces(language: Language): string[] {
  const { name, email, phone } = CUSTOMERS[language];
  return [...name.split(' '), email, phone];
}

function seed() {
  return seedOf(LANGUAGES.map((language) => question(TICKET[language], { language, body: personal(language) })));
}

/** Cites the first source and greets by the name that it was given, as models do. */
const reply = () => 'Hello [PERSON_1], a refund takes 5 working days after we receive the goods [1].';

describe.each(testBackends)('a customer writes (%s)', (backend) => {
  let models: ModelServer;
  let harness: Harness;

  beforeAll(async () => {
    models = await startModels({ reply });
    harness = await startHarness({ backend, seed: seed(), models, routes: 'openai/gpt-5-mini,offline' });
    for (const id of TICKETS) harness.zendesk.arrive(id);
    await Promise.all(TICKETS.map((id) => harness.outcomes.of(id)));
    await harness.zendesk.settled();
  });

  afterAll(async () => {
    await harness.close();
    await models.close();
  });

  test.each(LANGUAGES)('the ticket in %s gets exactly one internal note with draft, source and author', (language) => {
    const notes = harness.zendesk.state.notes(TICKET[language]);
    expect(notes).toHaveLength(1);
    const [note] = notes;
    expect(note).toMatchObject({ public: false, author_id: ADMIN });
    expect(note?.html_body).toContain('a refund takes 5 working days');
    expect(note?.html_body).toContain(CUSTOMERS[language].name.split(' ')[0]);
    expect(note?.html_body).not.toContain('[1]');
    expect(note?.html_body).toContain('Draft by gpt-5-mini, check before sending.');
    expect(note?.html_body).toMatch(/Sources.*\(article, public\)/s);
  });

  test('nothing else in the account changes: no public comment, no status, no tag', () => {
    for (const id of TICKETS) {
      expect(harness.zendesk.state.comments(id).filter((comment) => comment.public)).toHaveLength(1);
      expect(harness.zendesk.state.ticket(id)).toMatchObject({ status: 'new', tags: [] });
    }
  });

  test('the outcome says who wrote it, for how much and how fast', async () => {
    expect(await harness.outcomes.of(TICKET.en)).toMatchObject({
      state: 'drafted',
      outcome: { kind: 'drafted' },
      provider: 'openai',
      model: 'gpt-5-mini',
      cache: 'miss',
      language: 'en',
      customerName: CUSTOMERS.en.name,
    });
    const item = await harness.outcomes.of(TICKET.en);
    expect(item.inputTokens).toBeGreaterThan(50);
    expect(item.outputTokens).toBeGreaterThan(5);
    expect(Number(item.costUsd)).toBeGreaterThan(0);
    expect(item.totalMs).toBeGreaterThanOrEqual(0);
  });

  test('the model never sees who the customer is', () => {
    const sent = JSON.stringify(models.requests.map(({ body }) => body));
    expect(models.requests.length).toBeGreaterThanOrEqual(TICKETS.length);
    for (const language of LANGUAGES) for (const trace of traces(language)) expect(sent).not.toContain(trace);
  });

  test('each delivery was answered 202 at once', () => {
    expect(harness.zendesk.deliveries.map(({ status, attempt }) => [status, attempt])).toEqual(
      TICKETS.map(() => [202, 1]),
    );
  });

  test('the log tells each step and nobody in it', () => {
    const text = harness.log.text();
    expect(text).toContain('"message":"Draft"');
    for (const language of LANGUAGES) for (const trace of traces(language)) expect(text).not.toContain(trace);
    expect(text).not.toContain('sk-simulated');
    expect(text).not.toContain(harness.zendesk.token);
    expect(text).not.toContain(harness.account.secret);
  });

  describe('what is stored', () => {
    test('each completion, redacted, with its figures', async () => {
      const { orm } = await harness.database();
      const { rows } = (await orm.execute(sql`select * from completions`)) as { rows: Record<string, unknown>[] };
      expect(rows).toHaveLength(TICKETS.length);
      for (const row of rows) {
        expect(row).toMatchObject({ outcome: 'answered', provider: 'openai', model: 'gpt-5-mini', cache: 'miss' });
        expect(Number(row.input_tokens)).toBeGreaterThan(50);
        expect(Number(row.cost_usd)).toBeGreaterThan(0);
        expect(row.price).not.toBeNull();
        expect(row.prompt).toContain('[EMAIL_1]');
        expect(row.answer).toContain('[PERSON_1]');
      }
      const text = JSON.stringify(rows);
      for (const language of LANGUAGES) for (const trace of traces(language)) expect(text).not.toContain(trace);
    });

    test('jobs and deliveries hold identifiers only', async () => {
      const { orm } = await harness.database();
      const jobs = (await orm.execute(sql`select data, output, state from pgboss.job where name = 'draft'`)) as {
        rows: { data: object; state: string }[];
      };
      expect(jobs.rows.map(({ state }) => state)).toEqual(TICKETS.map(() => 'completed'));
      for (const { data } of jobs.rows)
        expect(Object.keys(data).sort()).toEqual(['account', 'connector', 'deliveryId', 'resourceId', 'resourceType']);
      const stored = JSON.stringify([jobs.rows, await orm.select().from(deliveries)]);
      for (const language of LANGUAGES) for (const trace of traces(language)) expect(stored).not.toContain(trace);
    });

    test('the draft row points to the note, and says nothing in the open of whom it is about', async () => {
      const { orm } = await harness.database();
      const rows = await orm.select().from(drafts);
      expect(rows).toHaveLength(TICKETS.length);
      for (const row of rows) {
        const [note] = harness.zendesk.state.notes(Number(row.resourceId));
        expect(row).toMatchObject({ state: 'drafted', artefactId: String(note?.id), modelWritten: true });
        expect([row.about, row.content]).toEqual([expect.stringMatching(/^v1\./), expect.stringMatching(/^v1\./)]);
        expect(row.attempts).toMatchObject([{ provider: 'openai', outcome: 'answered' }]);
      }
      const stored = JSON.stringify(rows);
      for (const language of LANGUAGES) for (const trace of traces(language)) expect(stored).not.toContain(trace);
    });
  });
});

describe('who writes', () => {
  const cases = [
    { routes: 'anthropic/claude-simulated', provider: 'anthropic', line: 'Draft by claude-simulated, check' },
    { routes: 'local/local-simulated', provider: 'local', line: 'Draft by local-simulated, check' },
    { routes: 'offline', provider: 'offline', line: 'No model wrote this: composed from your own articles and macros' },
  ] as const;

  test.each(cases)('$provider', async ({ routes, provider, line }) => {
    await using models = Object.assign(await startModels({ reply }), closing);
    await using harness = Object.assign(
      await startHarness({ backend: ANY_BACKEND, seed: seed(), models, routes }),
      closing,
    );
    harness.zendesk.arrive(TICKET.en);
    expect(await harness.outcomes.of(TICKET.en)).toMatchObject({ state: 'drafted', provider });
    const [note, ...others] = harness.zendesk.state.notes(TICKET.en);
    expect(others).toEqual([]);
    expect(note?.html_body).toContain(line);
    expect(note?.html_body).toContain('5 working days');
    expect(note?.html_body).toContain(REFUND_ARTICLE_TITLE);
    expect(models.requests).toHaveLength(provider === 'offline' ? 0 : 1);
  });

  test('the same question by two customers asks the model once, and each gets their own name', async () => {
    const again = question(202, { body: personal('en') });
    const other = question(203, {
      body: personal('en').replaceAll('Marigold Featherstone', 'Quentin Abernathy'),
      requesterId: 31,
    });
    const subject = 'Refund';
    const company = seedOf([
      { ...again, subject },
      { ...other, subject },
    ]);
    company.users.push({ ...CUSTOMERS.en, id: 31, name: 'Quentin Abernathy', role: 'end-user' });
    if (other.incoming) other.incoming.authorId = 31;
    await using models = Object.assign(await startModels({ reply }), closing);
    await using harness = Object.assign(
      await startHarness({ backend: ANY_BACKEND, seed: company, models, routes: 'openai/gpt-5-mini' }),
      closing,
    );
    harness.zendesk.arrive(202);
    expect(await harness.outcomes.of(202)).toMatchObject({ state: 'drafted', cache: 'miss' });
    harness.zendesk.arrive(203);
    expect(await harness.outcomes.of(203)).toMatchObject({ state: 'drafted', cache: 'hit', costUsd: '0.00000000' });
    expect(models.requests).toHaveLength(1);
    expect(harness.zendesk.state.notes(202)[0]?.html_body).toContain('Marigold');
    expect(harness.zendesk.state.notes(203)[0]?.html_body).toContain('Quentin');
  });
});

const closing = {
  async [Symbol.asyncDispose](this: { close(): Promise<void> }) {
    await this.close();
  },
};
