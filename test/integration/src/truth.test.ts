import { completions, drafts } from '@draftsmith/database/schema';
import { testBackends } from '@draftsmith/database/testing';
import { type ModelServer, startModels } from '@draftsmith/simulators/models';
import { describe, expect, test } from 'vitest';
import { ANY_BACKEND, type Harness, type HarnessOptions, startHarness } from './harness.ts';
import { question, seedOf } from './seed.ts';

const TICKET = 101;
const RIGHT = 'The money goes back to the card you paid with.';
const WRONG = 'A refund takes 9 working days after we receive the returned goods.';
const PROMISE = 'We will also give you a voucher of €80.';

const GUESS = 'Penguins waddle happily.';

/** A model that states a wrong time and makes a promise nobody gave it; asked for an opinion, it finds all well. */
function reply({ system, messages }: { system: string; messages: readonly { text: string }[] }): string {
  if (!system.includes('statements'))
    return `Hello [PERSON_1],\n\n${WRONG} [1] ${RIGHT} [1]\n\n${PROMISE}\n\n${GUESS}\n\nKind regards`;
  const { statements } = JSON.parse(messages[0]?.text ?? '') as { statements: { statement: number }[] };
  return JSON.stringify({ verdicts: statements.map(({ statement }) => ({ statement, supported: true })) });
}

interface Company {
  harness: Harness;
  models: ModelServer;
  /** The notes' HTML. */
  notes(): string[];
}

interface Case extends Partial<HarnessOptions> {
  /** Before the customer asks. */
  prepare?: (harness: Harness) => void;
}

/** One customer asks; a note is there, or the reason why not. */
async function withDraft({ prepare, ...options }: Case, look: (company: Company) => Promise<void>): Promise<void> {
  await using cleanup = new AsyncDisposableStack();
  const models = await startModels({ reply });
  cleanup.defer(() => models.close());
  const seed = seedOf([question(TICKET)]);
  const harness = await startHarness({ backend: ANY_BACKEND, seed, models, routes: 'openai/gpt-5-mini', ...options });
  cleanup.defer(() => harness.close());
  prepare?.(harness);
  harness.zendesk.arrive(TICKET);
  await look({
    harness,
    models,
    notes: () => harness.zendesk.state.notes(TICKET).map(({ html_body }) => html_body ?? ''),
  });
}

const deciding = (unsupported: string) => ({ raw: { DRAFTSMITH_UNSUPPORTED: unsupported } });

describe('what an account wants done with statements that no source supports', () => {
  test('marked: the note shows which, what the source says, and how many are supported', () =>
    withDraft({}, async ({ harness, notes }) => {
      const item = await harness.outcomes.of(TICKET);
      expect(item).toMatchObject({ state: 'drafted', statements: { supported: 1, claims: 4 } });
      const [note = ''] = notes();
      expect(note).toContain(`<strong>⚠1</strong> <em>${WRONG}</em> ${RIGHT}`);
      expect(note).toContain(`<strong>⚠2</strong> <em>${PROMISE}</em>`);
      expect(note).toContain('1 of 4 statements supported');
      expect(note).toMatch(
        /A source says otherwise:.*“A refund takes 5 working days after we receive the returned goods\.”/,
      );
    }));

  test('taken out: the note holds what is supported, and says that something went', () =>
    withDraft(deciding('strike'), async ({ harness, notes }) => {
      expect(await harness.outcomes.of(TICKET)).toMatchObject({
        state: 'drafted',
        statements: { supported: 1, claims: 1 },
      });
      const [note = ''] = notes();
      expect(note).toContain(RIGHT);
      expect(note).not.toContain('9 working days');
      expect(note).not.toContain('voucher');
      expect(note).toContain('3 sentences without a source were taken out.');
    }));

  test('turned into questions: the agent reads them as such', () =>
    withDraft(deciding('question'), async ({ harness, notes }) => {
      await harness.outcomes.of(TICKET);
      expect(notes()[0]).toContain('[Please check, no source supports this: <strong>⚠1</strong>');
    }));

  test('held back: no note, and the reason is shown', () =>
    withDraft(deciding('withhold'), async ({ harness, notes }) => {
      expect(await harness.outcomes.of(TICKET)).toMatchObject({
        state: 'skipped',
        outcome: {
          kind: 'skipped',
          reason: 'unsupported',
          detail: '3 of 4 statements have no support in the sources, 1 of them contradict one',
        },
      });
      expect(notes()).toEqual([]);
    }));

  test('the offline drafter is checked like any other', () =>
    withDraft({ routes: 'offline' }, async ({ harness, notes }) => {
      const { statements } = await harness.outcomes.of(TICKET);
      expect(statements?.claims).toBeGreaterThan(0);
      expect(statements?.supported).toBe(statements?.claims);
      expect(notes()[0]).toContain('✓ ');
    }));
});

test('a second opinion counts for words, never for figures and promises, and is on record with its cost', () =>
  withDraft({ raw: { DRAFTSMITH_SECOND_OPINION: 'true' } }, async ({ harness, models, notes }) => {
    const { id, statements } = await harness.outcomes.of(TICKET);
    expect(statements).toEqual({ supported: 2, claims: 4 });
    expect(notes()[0]).toContain(
      `“${GUESS}”</em><br />No source says this word for word; a second model finds it supported.`,
    );
    expect(models.requests).toHaveLength(2);
    const { orm } = await harness.database();
    const rows = await orm.select().from(completions);
    expect(rows.map(({ purpose, reference }) => [purpose, reference]).sort()).toEqual([
      ['reply', id],
      ['second-opinion', id],
    ]);
    expect(rows.every(({ costUsd }) => Number(costUsd) > 0)).toBe(true);
  }));

describe.each(testBackends)('a note that could not be written at first (%s)', (backend) => {
  const prepare = ({ zendesk }: Harness) =>
    zendesk.faults.set({
      match: { method: 'PUT', path: new RegExp(`/tickets/${TICKET}`) },
      times: 1,
      response: { status: 503 },
    });

  test('says the same when it is: nothing is asked or checked twice', () =>
    withDraft({ backend, prepare }, async ({ harness, models, notes }) => {
      await harness.outcomes.of(TICKET);
      expect(harness.log.lines.filter(({ message, state }) => message === 'Draft' && state === 'working')).toHaveLength(
        1,
      );
      expect(notes()).toEqual([expect.stringContaining('1 of 4 statements supported')]);
      expect(models.requests).toHaveLength(1);
      const { orm } = await harness.database();
      expect(await orm.select().from(drafts)).toMatchObject([{ state: 'drafted', supported: 1, claims: 4 }]);
    }));
});
