import { createRenderer, type RenderedRootNode } from '@hubspot/ui-extensions/testing';
import type { FakeProposals } from '../../dev/fake-server.ts';
import { Card, type CardProps } from '../app/cards/card.tsx';

export const SERVICE_URL = 'https://drafts.example.com';

/** What befalls a request: a status without an answer of ours, no connection, or an answer that is lost after its effect. */
export type Fault = number | 'network' | 'lost' | 'html';

export interface HostedCard extends ReturnType<typeof createRenderer<'crm.record.tab'>> {
  /** Every request that was sent, `POST /deals/...`. */
  sent: readonly { line: string; body: unknown }[];
  /** For the next requests that match, in this order. */
  faults: { on: RegExp; fault: Fault }[];
  /** Requests that match wait until they are let go. */
  hold(on: RegExp): () => void;
  root(): RenderedRootNode;
  /** Ends when the check passes; rejects with its last failure. */
  until(check: () => void): Promise<void>;
}

export interface HostOptions {
  user?: { language?: string; locale?: string };
  variables?: Record<string, string>;
}

/** The card as HubSpot would run it, on a server in memory. */
export function hostCard(
  fake: FakeProposals,
  { user = {}, variables = { SERVICE_URL } }: HostOptions = {},
): HostedCard {
  const sent: { line: string; body: unknown }[] = [];
  const faults: HostedCard['faults'] = [];
  const holds: { on: RegExp; gone: Promise<void> }[] = [];
  const hsFetch = async (url: string, options: { method?: string; body?: unknown } = {}) => {
    const { method = 'GET', body } = options;
    const target = url.replace(`${SERVICE_URL}/proposals/hubspot`, '');
    const line = `${method} ${target}`;
    // As a body travels: a later change of the object changes nothing.
    sent.push({ line, body: structuredClone(body) });
    await Promise.all(holds.filter(({ on }) => on.test(line)).map(({ gone }) => gone));
    const at = faults.findIndex(({ on }) => on.test(line));
    const fault = at < 0 ? undefined : faults.splice(at, 1)[0]?.fault;
    if (fault === 'network') throw new Error('no connection');
    if (typeof fault === 'number') return new Response('hidden', { status: fault });
    if (fault === 'html') return new Response('<h1>Sign in</h1>', { status: 200 });
    const answer = fake.handle(method, target, body);
    if (fault === 'lost') throw new Error('the answer is lost');
    return answer ? Response.json(answer) : new Response('', { status: 404 });
  };
  // As HubSpot's sandbox has them.
  Object.assign(globalThis, { self: globalThis, hsFetch });
  const renderer = createRenderer('crm.record.tab');
  const { context, actions } = renderer.mocks;
  const given = {
    ...context,
    user: { ...context.user, ...user },
    crm: { objectId: 9001, objectTypeId: '0-3' },
    variables,
  };
  renderer.render(<Card context={given as CardProps['context']} actions={actions} />);
  return {
    ...renderer,
    sent,
    faults,
    hold: (on) => {
      const { promise, resolve } = Promise.withResolvers<void>();
      const hold = { on, gone: promise };
      holds.push(hold);
      return () => {
        holds.splice(holds.indexOf(hold), 1);
        resolve();
      };
    },
    root: () => renderer.getRootNode(),
    until,
  };
}

const ROUNDS = 500;

async function until(check: () => void): Promise<void> {
  for (let round = 1; ; round++) {
    try {
      return check();
    } catch (cause) {
      if (round === ROUNDS) throw cause;
    }
    await new Promise((resolve) => setImmediate(resolve));
  }
}
