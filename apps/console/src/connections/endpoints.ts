import type { AuthorizeRequest } from '@draftsmith/contracts';
import { send } from '../api/request.ts';
import type { AccountName } from '../router/route.ts';

export const CONNECTIONS = '/api/connections';
export const OFFERS = '/api/connections/offers';

/** What the server keeps below the address of one connection. */
type Part = 'steps' | 'test' | 'diagnosis' | 'repair' | 'sidebar-secret' | 'dry-run' | 'knowledge/refresh';

function connectionUrl({ connector, account }: AccountName, part?: Part): string {
  const url = `${CONNECTIONS}/${encodeURIComponent(connector)}/${encodeURIComponent(account)}`;
  return part === undefined ? url : `${url}/${part}`;
}

export const stepsUrl = (name: AccountName) => connectionUrl(name, 'steps');
export const diagnosisUrl = (name: AccountName) => connectionUrl(name, 'diagnosis');
export const dryRunUrl = (name: AccountName, id: string) =>
  `${connectionUrl(name, 'dry-run')}/${encodeURIComponent(id)}`;

/** `url`: where to send the browser. Without one the account is connected already, and its set-up can start. */
export type Authorized = { url: string } | AccountName;

export const authorize = (connector: string, request: AuthorizeRequest) =>
  send<Authorized>('POST', `${CONNECTIONS}/${encodeURIComponent(connector)}/authorize`, request);
export const startSteps = (name: AccountName) => send('POST', stepsUrl(name));
export const sendTest = (name: AccountName) =>
  send<{ ok: boolean; detail: string }>('POST', connectionUrl(name, 'test'));
export const repair = (name: AccountName) => send('POST', connectionUrl(name, 'repair'));
export const disconnect = (name: AccountName) => send<{ left: string[] }>('DELETE', connectionUrl(name));
export const makeSidebarSecret = (name: AccountName) =>
  send<{ secret: string }>('POST', connectionUrl(name, 'sidebar-secret'));
export const startDryRun = (name: AccountName, resourceId: string) =>
  send<{ id: string }>('POST', connectionUrl(name, 'dry-run'), { resourceId });
export const refreshKnowledge = (name: AccountName) => send('POST', connectionUrl(name, 'knowledge/refresh'));
