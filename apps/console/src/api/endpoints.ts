import type {
  AccountPolicy,
  AccountPolicyView,
  DraftingRules,
  DraftingRulesView,
  Role,
  RulesTrial,
} from '@draftsmith/contracts';
import type { Filters } from '../router/route.ts';
import { send } from './request.ts';

/** One step of the provider chain, in the order of asking. */
export interface RouteView {
  provider: string;
  model: string;
  ready: boolean;
  /** Why it is not ready, or what to know about it. */
  note?: string;
}

/** A source system that is set up. */
export interface AccountView {
  connector: string;
  account: string;
}

export interface UserView {
  id: string;
  name: string;
  email: string;
  role: Role;
}

export interface NewUser {
  name: string;
  email: string;
  role: Role;
  password: string;
}

/** What would be replaced in a text: the text as a model would see it, and what was found in the one that was given. */
export interface Trial {
  text: string;
  /** UTF-16 offsets. */
  entities: { type: string; start: number; end: number }[];
  /** Distinct values by type. */
  replaced: Record<string, number>;
}

export interface SetupState {
  valid: boolean;
  expired?: boolean;
}

export const SESSION = '/api/session';
export const SUMMARY = '/api/drafts/summary';
export const PROVIDERS = '/api/providers';
export const ACCOUNTS = '/api/accounts';
export const USERS = '/api/users';
export const EVENTS = '/api/events';
export const POLICIES = '/api/policies';
export const RULES = '/api/rules';

export function draftsUrl(filters: Filters, cursor: string | null): string {
  const query = new URLSearchParams();
  if (filters.state) query.set('state', filters.state);
  if (filters.query) query.set('q', filters.query);
  if (filters.language) query.set('language', filters.language);
  if (cursor) query.set('cursor', cursor);
  return query.size === 0 ? '/api/drafts' : `/api/drafts?${query}`;
}

export function draftUrl(id: string): string {
  return `/api/drafts/${encodeURIComponent(id)}`;
}

/** One page of the audit log; `action` narrows it to what begins with it, e.g. `user`. */
export function auditUrl(action: string | null, cursor: string | null): string {
  const query = new URLSearchParams();
  if (action) query.set('action', action);
  if (cursor) query.set('cursor', cursor);
  return query.size === 0 ? '/api/audit' : `/api/audit?${query}`;
}

export function setupUrl(token: string): string {
  return `/api/setup?token=${encodeURIComponent(token)}`;
}

export const signIn = (email: string, password: string) => send('POST', '/api/auth/sign-in/email', { email, password });
export const signOut = () => send('POST', '/api/auth/sign-out', {});
export const changePassword = (currentPassword: string, newPassword: string) =>
  send('POST', '/api/auth/change-password', { currentPassword, newPassword });
export const completeSetup = (body: { token: string; name: string; email: string; password: string }) =>
  send('POST', '/api/setup', body);
export const retryDraft = (id: string) => send('POST', `${draftUrl(id)}/retry`);
export const addUser = (user: NewUser) => send('POST', USERS, user);
export const changeRole = (id: string, role: Role) => send('PATCH', `${USERS}/${encodeURIComponent(id)}`, { role });
export const removeUser = (id: string) => send('DELETE', `${USERS}/${encodeURIComponent(id)}`);

/** The revision is that of the policy which was edited: the server refuses to overwrite another one. */
export const savePolicy = ({ connector, account, revision }: AccountPolicyView, policy: AccountPolicy) =>
  send<AccountPolicyView>('PUT', `${POLICIES}/${encodeURIComponent(connector)}/${encodeURIComponent(account)}`, {
    policy,
    revision,
  });
export const tryPolicy = (policy: AccountPolicy, text: string) =>
  send<Trial>('POST', `${POLICIES}/try`, { policy, text });

const rulesUrl = ({ connector, account }: AccountView) =>
  `${RULES}/${encodeURIComponent(connector)}/${encodeURIComponent(account)}`;

/** What rules can name, as the source system has it. */
export const choicesUrl = (account: AccountView) => `${rulesUrl(account)}/choices`;
export const saveRules = (from: DraftingRulesView, rules: DraftingRules) =>
  send<DraftingRulesView>('PUT', rulesUrl(from), { rules, revision: from.revision });
export const tryRules = (account: AccountView, rules: DraftingRules) =>
  send<RulesTrial[]>('POST', `${rulesUrl(account)}/try`, { rules });
