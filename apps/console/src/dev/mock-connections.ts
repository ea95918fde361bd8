import type { ConnectionView, ConnectProgress, ConnectStep, DryRunView } from '@draftsmith/contracts';
import { type Answer, type Call, ok, problem } from './mock-answers.ts';
import type { MockState } from './mock-state.ts';
import { type MockConnections, newConnection, offersOf, STEPS } from './sample-connections.ts';
import { DEAL_STEPS, newPortal } from './sample-portal.ts';

/** Connections as the real server keeps them; each question moves what is under way by one step. */
export function connections(call: Call, state: MockState): Answer {
  const [, connector, account, ...rest] = call.path;
  if (connector === undefined) {
    for (const connection of state.connections.list) readOn(connection);
    return ok({ connections: state.connections.list });
  }
  if (state.session?.role !== 'admin') return problem(403, 'Only an admin may do this');
  if (connector === 'offers') return ok({ offers: offersOf(state) });
  if (account === 'authorize') return authorize(call, state);
  const known = state.connections.list.find((each) => each.connector === connector && each.account === account);
  if (!known) return problem(404, 'There is no such connection');
  return one(`${call.method} ${rest.join('/')}`.trim(), call, known, state);
}

function authorize({ body, path }: Call, state: MockState): Answer {
  const given = body.given as { subdomain?: string };
  const connector = path[1] ?? '';
  const offer = offersOf(state).find((each) => each.connector === connector);
  if (!offer?.globalClient && typeof body.clientId !== 'string')
    return problem(400, 'Expected the identifier of the OAuth client');
  if (state.connections.consent === 'denied') return ok({ url: '/connections?problem=denied' });
  // Of the CRM, the person who agrees chooses the account on its own page.
  const name = { connector, account: given.subdomain ?? '7700123' };
  const before = state.connections.list.find((each) => each.account === name.account);
  if (before) before.state = 'connecting';
  else
    state.connections.list.push(given.subdomain === undefined ? newPortal(name.account) : newConnection(name.account));
  delete state.connections.progress[name.account];
  return ok(body.way === 'oauth' ? { url: `/connections?connected=${connector}/${name.account}` } : name);
}

function one(action: string, call: Call, connection: ConnectionView, state: MockState): Answer {
  const { diagnosis } = state.connections;
  const id = call.path[4];
  if (id !== undefined && action.startsWith('GET dry-run/')) return dryRun(id, connection, state);
  switch (action) {
    case 'GET steps':
      return ok(steps(connection, state));
    case 'POST steps':
      return begin(connection, state);
    case 'POST test':
      return ok({ ok: true, detail: 'This server answered 200' });
    case 'GET diagnosis':
      return ok({
        connector: connection.connector,
        account: connection.account,
        findings: connection.draftsAs === 'document' ? state.connections.dealDiagnosis : diagnosis,
      });
    case 'POST repair':
      state.connections.diagnosis = diagnosis.map(({ fix, ...each }) =>
        each.repairable ? { ...each, ok: true } : { ...each, ...(fix && { fix }) },
      );
      return ok({});
    case 'POST sidebar-secret':
      connection.sidebar = { secretMadeAt: new Date().toISOString(), lastSeenAt: null };
      return ok({ secret: 'q3V9-example-of-a-secret-mZ7kT1' });
    case 'POST dry-run':
      return startDryRun(String(call.body.resourceId), connection, state);
    case 'POST knowledge/refresh':
      if (connection.knowledge) connection.knowledge.running = { kind: 'article', done: 0, total: 240 };
      return { status: 202, body: {} };
    case 'DELETE':
      state.connections.list = state.connections.list.filter((each) => each !== connection);
      return ok({ left: state.connections.left });
    default:
      return problem(404, 'There is nothing at this address');
  }
}

/** Tells how far it is; what was under way is done by the next question, but for reading, which takes its time. */
function steps(connection: ConnectionView, { connections: held }: MockState): ConnectProgress {
  const shown = held.progress[connection.account] ?? fresh(connection);
  const at = shown.steps.findIndex(({ state }) => state === 'running');
  readOn(connection);
  if (at >= 0 && !(STEPS[at] === 'knowledge' && connection.knowledge?.running))
    held.progress[connection.account] = moveOn(shown, at, connection, held);
  return shown;
}

function moveOn(
  shown: ConnectProgress,
  at: number,
  connection: ConnectionView,
  held: MockConnections,
): ConnectProgress {
  const [current, next] = [STEPS[at], STEPS[at + 1]];
  const moved = [...shown.steps];
  if (current && current === held.failing) {
    moved[at] = { step: current, state: 'failed', ...FAILURES[current] };
    held.failing = null;
    return { ...shown, steps: moved };
  }
  if (current) moved[at] = { step: current, state: 'done' };
  if (next && next !== 'draft') moved[at + 1] = { step: next, state: 'running' };
  if (next === 'knowledge' && connection.knowledge)
    connection.knowledge.running = { kind: 'article', done: 0, total: 240 };
  if (next !== 'draft') return { ...shown, steps: moved };
  connection.state = 'ready';
  return { ...shown, steps: moved, finished: true };
}

function begin(connection: ConnectionView, { connections: held }: MockState): Answer {
  const progress = held.progress[connection.account] ?? fresh(connection);
  const at = progress.steps.findIndex(({ state }) => state === 'todo' || state === 'failed');
  held.progress[connection.account] = {
    ...progress,
    steps: progress.steps.map(({ step, state }, index) => ({ step, state: index === at ? 'running' : state })),
  };
  return { status: 202, body: {} };
}

function fresh({ connector, account, state, draftsAs }: ConnectionView): ConnectProgress {
  const isDone = (step: ConnectStep) => step === 'authorise' || (state === 'ready' && step !== 'draft');
  return {
    connector,
    account,
    steps: (draftsAs === 'document' ? DEAL_STEPS : STEPS).map((step) => ({
      step,
      state: isDone(step) ? 'done' : 'todo',
    })),
    finished: state === 'ready',
  };
}

function readOn({ knowledge }: ConnectionView): void {
  if (!knowledge?.running || knowledge.running.total === null) return;
  const { kind, total } = knowledge.running;
  const done = Math.min(total, knowledge.running.done + 60);
  knowledge.documents[kind] = done;
  knowledge.running = done < total ? { kind, done, total } : null;
  if (!knowledge.running) knowledge.lastReadAt = new Date().toISOString();
}

const FAILURES: Partial<Record<ConnectStep, { detail: string; fix: string }>> = {
  trigger: {
    detail: 'Zendesk answered 403 to the creation of a trigger',
    fix: 'The agent who agreed has the role “Advisor”; connect the account as an admin.',
  },
  test: { detail: 'No answer within 10 seconds from https://drafts.larkspur.example', fix: 'Open port 443.' },
};

function startDryRun(resourceId: string, connection: ConnectionView, { connections: { runs } }: MockState): Answer {
  // Of the CRM nothing else was left to do.
  if (connection.draftsAs === 'document') connection.state = 'ready';
  const id = `r${Object.keys(runs).length + 1}`;
  runs[id] = { state: 'running', resourceId };
  return { status: 202, body: { id } };
}

/** Ticket 7 has a thank-you in it, ticket 8 cannot be read; all others get a draft, when they are asked for again. */
function dryRun(id: string, { draftsAs }: ConnectionView, { connections: { runs } }: MockState): Answer {
  const view = runs[id];
  if (!view) return problem(404, 'There is no such trial');
  const ends: Record<string, Partial<DryRunView>> = {
    '7': { state: 'done', reason: 'thanks-only' },
    '8': { state: 'failed', message: 'Zendesk has no ticket 8, or this access may not see it' },
  };
  const draft = { state: 'done' as const, text: draftsAs === 'document' ? PROPOSAL : DRAFT };
  runs[id] = { ...view, ...(ends[view.resourceId] ?? draft) };
  return ok(view);
}

const DRAFT = `Hi Hannah,

I am sorry that the rear light arrived broken. You can send it back within 30 days, and we refund the full price.

Please use the return label in your account under “Orders”.

Kind regards`;

const PROPOSAL = `Summary
You told us on the call that two of your six warehouses lose an hour each evening to lamps that are not where the list says.

Pricing
Ember tracker, 40 pieces: €1,876.48
Total, once: €1,876.48

Next steps
Say yes by 23 December 2026, and Tomas Berg calls you to fix the first day.`;
