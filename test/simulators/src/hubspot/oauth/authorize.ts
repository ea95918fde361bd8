import { randomUUID } from 'node:crypto';
import type { Portal } from '../crm/portal.ts';
import type { Code, Grants } from './grants.ts';

export interface AuthorizeRequest {
  redirectUri: string;
  scopes: readonly string[];
  state: string | undefined;
  challenge: Code['challenge'];
}

export type Opened =
  | { kind: 'refused'; message: string }
  | { kind: 'asked'; requestId: string; request: AuthorizeRequest };

/** The visits to the consent page. */
export class Authorizations {
  readonly #grants: Grants;
  readonly #findPortal: (id: number) => Portal | undefined;
  readonly #open = new Map<string, AuthorizeRequest>();

  constructor(grants: Grants, findPortal: (id: number) => Portal | undefined) {
    this.#grants = grants;
    this.#findPortal = findPortal;
  }

  /** HubSpot shows its own page for a wrong request: nobody is redirected to an address that was not registered. */
  open(query: Readonly<Record<string, string | undefined>>): Opened {
    const { app } = this.#grants;
    const refuse = (message: string): Opened => ({ kind: 'refused', message });
    if (query.client_id !== app.clientId) return refuse('The client ID is missing or unknown.');
    const redirectUri = query.redirect_uri ?? '';
    if (!app.redirectUrls.includes(redirectUri)) return refuse('The redirect URL does not match the registered ones.');
    const scopes = words(query.scope);
    if (!sameWords(scopes, app.requiredScopes))
      return refuse('Authorization failed because there is a scope mismatch between the install URL and the app.');
    // Prose says `optional_scopes`, install URLs say `optional_scope`.
    const optional = [...words(query.optional_scope), ...words(query.optional_scopes)];
    const unknown = optional.find((scope) => !app.optionalScopes.includes(scope));
    if (unknown !== undefined) return refuse(`The scope ${unknown} is not one of the app's optional scopes.`);
    const { code_challenge, code_challenge_method = 'plain', state } = query;
    const requestId = randomUUID();
    const challenge = code_challenge === undefined ? null : { value: code_challenge, method: code_challenge_method };
    const request = { redirectUri, scopes: [...scopes, ...optional], state, challenge };
    this.#open.set(requestId, request);
    return { kind: 'asked', requestId, request };
  }

  /** Where the browser goes then; undefined when the request is not open any more or the account does not exist. */
  decide(requestId: string, decision: { portalId: number; userId?: number } | 'deny'): string | undefined {
    const request = this.#open.get(requestId);
    this.#open.delete(requestId);
    if (!request) return undefined;
    const location = new URL(request.redirectUri);
    if (decision === 'deny') {
      location.searchParams.set('error', 'access_denied');
      location.searchParams.set('error_description', 'The user denied access to the app');
    } else {
      const portal = this.#findPortal(decision.portalId);
      if (!portal) return undefined;
      const { scopes, redirectUri, challenge } = request;
      const userId = decision.userId ?? portal.owners[0]?.userId ?? 1;
      location.searchParams.set(
        'code',
        this.#grants.issueCode({ portalId: portal.id, userId, scopes, redirectUri, challenge }),
      );
    }
    if (request.state !== undefined) location.searchParams.set('state', request.state);
    return location.href;
  }
}

const words = (text: string | undefined) => (text ?? '').split(/\s+/).filter(Boolean);

function sameWords(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((word) => b.includes(word));
}
