import { openDatabase } from '@draftsmith/database';
import { type CompletionRequest, createBudget, createChain, parseLimits, parseRoutes } from '@draftsmith/llm';
import { createSqlBudgetStore, createSqlLedger } from '@draftsmith/llm/sql';
import { silentLogger } from '@draftsmith/logger';
import { createRedactor, type Redactor, redactForLog } from '@draftsmith/privacy';
import { MODEL } from '../mock/answer.ts';
import type { Question } from '../question.ts';
import type { Contender, Surroundings } from './contender.ts';

const ROUTES = parseRoutes(`openai/${MODEL}`);
/** Full after the warm-up, so that what a call leaves on the heap is not an answer that may stay. */
const CACHE = { maxBytes: 256 * 1024, ttlMs: 60 * 60 * 1000 };
/** Four of them apply to each call, and none is ever reached. */
const BUDGETS = 'suite=1000000/month, connector=1000000/month, account=1000000/day, user=1000000/day';

/** As the server runs it: redaction before and after, the leak check on what is sent, cache, budgets and ledger in a real database. */
export async function draftsmith({ baseUrl, database: place }: Surroundings): Promise<Contender> {
  if (!place) throw new Error('The ledger and the budgets need a database');
  const database = await openDatabase(place);
  const ledger = createSqlLedger(database.orm, silentLogger);
  const store = createSqlBudgetStore(database.orm);
  const budget = createBudget({ limits: parseLimits(BUDGETS), store });
  const chain = createChain(
    { routes: ROUTES, openai: { apiKeys: ['sk-bench'], baseUrl }, cache: CACHE },
    { logger: silentLogger, observers: [ledger.observe], budget, redact: redactForLog },
  );
  const complete = async (asking: Question, redactor: Redactor) => {
    const guard = { inspect: redactor.leaks, replaced: redactor.counts };
    const result = await chain.complete({ ...toRequest(asking), guard });
    if (result.kind !== 'answered') throw new Error(result.detail);
    return result.completion;
  };
  const settle = async () => {
    await chain.flush();
    await ledger.flush();
  };
  return {
    async ask(asking) {
      const { redactor, redacted } = redact(asking);
      const { text } = await complete(redacted, redactor);
      return redactor.restoreReadably(text, 'en');
    },
    repeat(asking) {
      const { redactor, redacted } = redact(asking);
      return async () => (await complete(redacted, redactor)).cache === 'hit';
    },
    settle,
    async close() {
      await chain.close();
      await settle();
      await budget.close();
      await database.close();
    },
  };
}

function redact(asking: Question): { redactor: Redactor; redacted: Question } {
  const redactor = createRedactor([asking.customer]);
  redactor.learn([asking.text]);
  return { redactor, redacted: { ...asking, text: redactor.redact(asking.text) } };
}

/** The same chain with nothing around it: what the fail-over alone costs. */
export function bareDraftsmith({ baseUrl }: Surroundings): Contender {
  const chain = createChain(
    { routes: ROUTES, openai: { apiKeys: ['sk-bench'], baseUrl }, cache: 'off' },
    { logger: silentLogger },
  );
  return {
    async ask(asking) {
      const result = await chain.complete(toRequest(asking));
      if (result.kind !== 'answered') throw new Error(result.detail);
      return result.completion.text;
    },
    close: () => chain.close(),
  };
}

function toRequest({ instructions, text }: Question): CompletionRequest {
  return {
    purpose: 'reply',
    account: 'acme',
    connector: 'zendesk',
    user: 'agent-7',
    instructions,
    messages: [{ role: 'user', text }],
    maxOutputTokens: 500,
  };
}
