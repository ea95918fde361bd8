import { randomUUID } from 'node:crypto';
import { setTimeout as pauseFor } from 'node:timers/promises';
import type {
  Answer,
  ProposalDiff,
  ProposalOperation,
  ProposalRequest,
  ProposalVersionView,
  ProposalView,
} from '@draftsmith/contracts';
import type { CardRequest, CardResponse, PortalHandle } from '@draftsmith/simulators/hubspot';

export type Wish = ProposalRequest extends infer One
  ? One extends ProposalRequest
    ? Omit<One, 'requestId'>
    : never
  : never;

export interface CardOptions {
  /** Who clicks; somebody else on each deal unless said, because each may ask only so often. */
  userId?: number;
  /** Each POST meets it. */
  loseFirstAnswer?: boolean;
}

/** What the card on a deal asks, carried out by the platform: signed, repeated once, 15 s. */
export interface DealCard {
  send(method: 'GET' | 'POST', path: string, body?: object): Promise<CardResponse>;
  view(): Promise<Answer<ProposalView>>;
  start(wish: Wish, requestId?: string): Promise<Answer<ProposalOperation>>;
  operation(id: string): Promise<Answer<ProposalOperation>>;
  /** Resolves when the operation has ended, well or not. Bounded by the test's own time. */
  done(wish: Wish, requestId?: string): Promise<ProposalOperation>;
  version(number: number): Promise<ProposalVersionView>;
  diff(from: number, to: number): Promise<ProposalDiff>;
}

/** Milliseconds between two looks: a card has two seconds, a test less patience. */
const LOOK_EVERY = 250;

/** Anything but an answer of ours; what the platform says of a server that is not there is 502. */
export class CardRefused extends Error {
  readonly status: number;

  constructor(message: string, status: number) {
    super(message);
    this.status = status;
  }
}

export function cardOn(
  portal: PortalHandle,
  serverUrl: string,
  dealId: string,
  { userId = Number(dealId) % 1e9, loseFirstAnswer = false }: CardOptions = {},
): DealCard {
  const who = { userId, email: `rep-${userId}@example.com` };
  const send: DealCard['send'] = (method, path, body) => {
    const request: CardRequest = { method, ...(body && { body, loseFirstAnswer }) };
    return portal.cardFetch(`${serverUrl}/proposals/hubspot/deals/${dealId}/${path}`, request, who);
  };
  const ask = async <T>(method: 'GET' | 'POST', path: string, body?: object): Promise<Answer<T>> => {
    const { status, body: answer } = await send(method, path, body);
    if (status !== 200) throw new CardRefused(`${method} ${path} was answered ${status}`, status);
    return answer as Answer<T>;
  };
  const card: DealCard = {
    send,
    view: () => ask('GET', 'view'),
    start: (wish, requestId = randomUUID()) => ask('POST', 'operations', { requestId, ...wish }),
    operation: (id) => ask('GET', `operations/${id}`),
    async done(wish, requestId) {
      let operation = answerOf(await card.start(wish, requestId));
      while (operation.state === 'running') {
        await pauseFor(LOOK_EVERY);
        operation = answerOf(await card.operation(operation.id));
      }
      return operation;
    },
    version: async (number) => answerOf(await ask<ProposalVersionView>('GET', `versions/${number}`)),
    diff: async (from, to) => answerOf(await ask<ProposalDiff>('GET', `diff?from=${from}&to=${to}`)),
  };
  return card;
}

/** @throws Error that names the problem */
export function answerOf<T>(answer: Answer<T>): T {
  if (answer.ok) return answer.value;
  throw new Error(`${answer.problem.code}: ${answer.problem.message}`);
}
