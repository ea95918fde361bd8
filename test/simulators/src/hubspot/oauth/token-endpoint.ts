import { randomUUID } from 'node:crypto';
import type { Reply } from '../api/endpoint.ts';
import { ACCESS_TOKEN_SECONDS, type AccessTokens } from './access.ts';
import { type Grants, matchesChallenge } from './grants.ts';

export interface TokenContext {
  grants: Grants;
  tokens: AccessTokens;
}

type Form = Readonly<Record<string, string | undefined>>;

const CODES = {
  BAD_CLIENT_ID: ['missing or invalid client id', 'invalid_client'],
  BAD_CLIENT_SECRET: ['missing or invalid client secret', 'invalid_client'],
  BAD_REDIRECT_URI: ['missing or invalid redirect uri', 'invalid_request'],
  BAD_GRANT_TYPE: ['missing or unknown grant type', 'unsupported_grant_type'],
  BAD_AUTH_CODE: ['missing or unknown auth code', 'invalid_grant'],
  BAD_CODE_VERIFIER: ['missing or invalid code verifier', 'invalid_grant'],
  BAD_SCOPE: ['missing or unknown scope', 'invalid_scope'],
} as const;

export function oauthRefusal(status: keyof typeof CODES): Reply {
  const [message, error] = CODES[status];
  const body = { status, message, error, error_description: message, correlationId: randomUUID() };
  return { status: 400, body };
}

/** Recorded bodies, without a correlation id: these two end an install. */
const BAD_GRANTS = {
  BAD_REFRESH_TOKEN: {
    status: 'BAD_REFRESH_TOKEN',
    message: 'missing or invalid refresh token',
    error: 'invalid_grant',
    error_description: 'refresh token is invalid, expired or revoked',
  },
  BAD_HUB: { status: 'BAD_HUB', message: 'missing or unknown hub id', error: 'access_denied' },
} as const;

export function checkClient(form: Form, { app }: Grants): Reply | undefined {
  if (form.client_id !== app.clientId) return oauthRefusal('BAD_CLIENT_ID');
  if (form.client_secret !== app.clientSecret) return oauthRefusal('BAD_CLIENT_SECRET');
  return undefined;
}

/** The token endpoint: a form body in, tokens or one of the documented refusals out. */
export function exchange(form: Form, context: TokenContext): Reply {
  const refused = checkClient(form, context.grants);
  if (refused) return refused;
  switch (form.grant_type) {
    case 'authorization_code':
      return redeemCode(form, context);
    case 'refresh_token':
      return refresh(form, context);
    case 'client_credentials':
      return clientCredentials(form, context);
    default:
      return oauthRefusal('BAD_GRANT_TYPE');
  }
}

function redeemCode(form: Form, { grants, tokens }: TokenContext): Reply {
  if (!form.redirect_uri || !grants.app.redirectUrls.includes(form.redirect_uri))
    return oauthRefusal('BAD_REDIRECT_URI');
  const code = grants.redeem(form.code ?? '');
  if (!code) return oauthRefusal('BAD_AUTH_CODE');
  if (code.redirectUri !== form.redirect_uri) return oauthRefusal('BAD_REDIRECT_URI');
  if (!matchesChallenge(code, form.code_verifier)) return oauthRefusal('BAD_CODE_VERIFIER');
  const grant = grants.install(code.portalId, code.userId, code.scopes);
  return granted(grant, tokens);
}

function refresh(form: Form, { grants, tokens }: TokenContext): Reply {
  const grant = grants.find(form.refresh_token ?? '');
  if (typeof grant === 'string') return { status: 400, body: BAD_GRANTS[grant] };
  grants.countRefresh(grant.portalId);
  return granted(grant, tokens);
}

function granted(
  grant: { portalId: number; userId: number; scopes: readonly string[]; refreshToken: string },
  tokens: AccessTokens,
): Reply {
  const { portalId, userId, scopes, refreshToken } = grant;
  return {
    status: 200,
    body: {
      token_type: 'bearer',
      refresh_token: refreshToken,
      access_token: tokens.issue({ portalId, userId, scopes, kind: 'oauth' }),
      hub_id: portalId,
      user_id: userId,
      scopes,
      expires_in: ACCESS_TOKEN_SECONDS,
      token_use: 'access_token',
    },
  };
}

/** A token of the app itself, for what belongs to no account, such as the webhooks journal. */
function clientCredentials(form: Form, { tokens }: TokenContext): Reply {
  const scopes = (form.scope ?? '').split(/\s+/).filter(Boolean);
  if (scopes.length === 0 || scopes.some((scope) => !scope.startsWith('developer.'))) return oauthRefusal('BAD_SCOPE');
  const access_token = tokens.issue({ portalId: 0, userId: 0, scopes, kind: 'oauth' });
  return { status: 200, body: { token_type: 'bearer', access_token, expires_in: ACCESS_TOKEN_SECONDS, scopes } };
}
