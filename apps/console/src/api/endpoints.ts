import type { Role } from '@draftsmith/contracts';
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
