import type { ApiProblem, AuditPage, DraftDetail, DraftListPage } from '@draftsmith/contracts';
import { parseAcceptance } from '../acceptance/place.ts';
import type { UserView } from '../api/endpoints.ts';
import { connections } from './mock-connections.ts';
import { policies } from './mock-policies.ts';
import { proposals } from './mock-proposals.ts';
import { rules } from './mock-rules.ts';
import { MOCK_ADMIN, MOCK_PASSWORD, type MockState } from './mock-state.ts';
import { summarise } from './summarise.ts';

export interface Call {
  method: string;
  /** Parts of the path after `/api`. */
  path: string[];
  query: URLSearchParams;
  csrf: boolean;
  /** Of JSON; empty for anything else. */
  body: Record<string, unknown>;
  /** As it was sent. */
  raw: string;
}

/** `hang`: no answer ever. `events`: the stream. Otherwise a status with its JSON. */
export type Answer = 'hang' | 'events' | 'html' | { status: number; body: unknown; type?: string };

const PAGE = 20;
const ROUTES = [
  { provider: 'openai', model: 'gpt-5-mini', ready: true },
  { provider: 'anthropic', model: 'claude-sonnet-5', ready: true },
  { provider: 'local', model: 'qwen3', ready: false, note: 'Nothing answers at http://127.0.0.1:11434' },
  { provider: 'offline', model: 'passages', ready: true },
];

/** Answers as the real API does, as far as the console can tell. Changes `state` where the call does. */
export function answer(call: Call, state: MockState): Answer {
  if (call.method !== 'GET' && !call.csrf) return problem(403, 'The CSRF header is missing');
  const open = openAnswer(call, state);
  if (open) return open;
  if (!state.session) return problem(401, 'Please sign in');
  if (state.mood === 'hang' || state.mood === 'html') return state.mood;
  if (state.mood === 'fail') return problem(500, 'Something went wrong here');
  const [resource, id, action] = call.path;
  if (resource === 'events') return 'events';
  if (resource === 'providers') return ok({ routes: ROUTES });
  if (resource === 'accounts') return ok({ accounts: state.accounts });
  if (resource === 'users') return users(call, state, id);
  if (resource === 'policies') return policies(call, state);
  if (resource === 'rules') return rules(call, state);
  if (resource === 'connections') return connections(call, state);
  if (resource === 'proposals') return proposals(call, state);
  if (resource === 'acceptance') {
    const { by, days } = parseAcceptance(call.query);
    return ok(state.acceptance(by, days));
  }
  if (resource === 'audit') return audit(call.query, state);
  if (resource !== 'drafts') return problem(404, 'There is nothing at this address');
  if (id === undefined) return ok(page(state.drafts, call.query));
  return id === 'summary' ? ok(summarise(state.drafts)) : draft(state, id, action);
}

/** What answers without a session. */
function openAnswer({ method, path, body }: Call, state: MockState): Answer | null {
  switch (`${method} ${path.join('/')}`) {
    case 'GET session':
      return state.session ? ok(state.session) : problem(401, 'Please sign in');
    case 'POST auth/sign-in/email':
      if (body.password !== MOCK_PASSWORD) return problem(401, 'The e-mail address or the password is wrong');
      state.session = { ...MOCK_ADMIN, demo: false };
      return ok(state.session);
    case 'POST auth/sign-out':
      state.session = null;
      return ok({});
    case 'POST auth/change-password':
      if (body.currentPassword !== MOCK_PASSWORD)
        return problem(400, 'The current password is wrong', 'auth.wrong-password');
      return ok({});
    case 'GET setup':
      return ok(state.setup);
    case 'POST setup':
      state.session = { name: String(body.name), email: String(body.email), role: 'admin', demo: false };
      return { status: 201, body: state.session };
    default:
      return null;
  }
}

function draft(state: MockState, id: string, action: string | undefined): Answer {
  const found = state.drafts.find((known) => known.id === id);
  if (!found) return problem(404, 'There is no such draft');
  if (action !== 'retry') return ok(found);
  if (state.session?.role !== 'admin') return problem(403, 'Only admins may do this');
  if (found.state !== 'failed') return problem(409, 'Only a failed draft can be tried again');
  return { status: 202, body: {} };
}

function users({ method, body }: Call, state: MockState, id: string | undefined): Answer {
  if (state.session?.role !== 'admin') return problem(403, 'Only admins manage users');
  const role = body.role === 'admin' ? 'admin' : 'viewer';
  if (method === 'GET') return ok(state.users);
  if (method === 'POST') {
    if (state.users.some((user) => user.email === body.email))
      return problem(409, 'This e-mail address is taken', 'users.exists');
    const user: UserView = {
      id: `u${state.users.length + 1}`,
      name: String(body.name),
      email: String(body.email),
      role,
    };
    state.users.push(user);
    return { status: 201, body: user };
  }
  const known = state.users.find((user) => user.id === id);
  if (!known) return problem(404, 'There is no such user');
  const isLastAdmin = known.role === 'admin' && state.users.filter((user) => user.role === 'admin').length === 1;
  if (isLastAdmin && (method === 'DELETE' || role === 'viewer'))
    return problem(409, 'This is the last admin. Make somebody else an admin first', 'users.last-admin');
  if (method === 'DELETE') {
    state.users = state.users.filter((user) => user !== known);
    return { status: 204, body: null };
  }
  known.role = role;
  return ok(known);
}

function audit(query: URLSearchParams, { session, audit: all }: MockState): Answer {
  if (session?.role !== 'admin') return problem(403, 'Only an admin may do this');
  const action = query.get('action');
  const found = all.filter((entry) => !action || entry.action.startsWith(`${action}.`));
  const from = Number(query.get('cursor') ?? 0);
  const next = from + PAGE < found.length ? String(from + PAGE) : null;
  return ok({ items: found.slice(from, from + PAGE), next } satisfies AuditPage);
}

function page(all: readonly DraftDetail[], query: URLSearchParams): DraftListPage {
  const text = query.get('q')?.toLowerCase() ?? '';
  const state = query.get('state');
  const language = query.get('language');
  const found = all.filter(
    (item) =>
      (!state || item.state === state) &&
      (!language || item.language === language) &&
      `${item.subject} ${item.customerName ?? ''} ${item.resourceId}`.toLowerCase().includes(text),
  );
  const from = Number(query.get('cursor') ?? 0);
  return { items: found.slice(from, from + PAGE), next: from + PAGE < found.length ? String(from + PAGE) : null };
}

export function ok(body: unknown): Answer {
  return { status: 200, body };
}

export function problem(status: number, message: string, code = 'mock'): Answer {
  const body: ApiProblem = { code, message };
  return { status, body };
}
