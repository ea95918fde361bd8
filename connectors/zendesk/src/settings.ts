import type { ConnectorSettings, OAuthClient } from '@draftsmith/contracts';
import { z } from 'zod';
import { API_TOKENS_END, PUBLIC_TEST_SECRET } from './facts.ts';

/**
 * How the connector signs in. `managed`: with a token that renews itself, by `ConnectorPorts.accessToken`. `api-token` is
 * the old way and has an end date.
 */
export type ZendeskCredentials =
  | { kind: 'oauth'; token: string }
  | { kind: 'managed' }
  | { kind: 'api-token'; email: string; token: string };

export interface ZendeskSettings {
  subdomain: string;
  /** Scheme, host and path prefix in place of `https://{subdomain}.zendesk.com`; without a trailing slash. */
  baseUrl?: string;
  credentials: ZendeskCredentials;
  /** Absent for connected accounts: theirs are read from Zendesk and kept sealed. */
  webhookSecret?: string;
  /** Language of the labels in notes, which agents read; the draft itself is in the customer's. */
  noteLanguage: 'en' | 'ru';
  /** Granted by Zendesk on request: authorises in every account. */
  globalClient?: OAuthClient;
  /** What the plan allows, in calls a minute, where an admin says so; answers that tell another number win. */
  plan?: { requests?: number; updates?: number };
}

/** An empty environment variable means that it is not set. */
const optionalText = z
  .string()
  .trim()
  .optional()
  .transform((text) => text || undefined);

const subdomain = z
  .string('expected the part before .zendesk.com')
  .trim()
  .toLowerCase()
  // The subdomain becomes a host name: anything else in it could send the credentials to another host.
  .regex(/^[a-z0-9][a-z0-9-]*$/, 'expected the part before .zendesk.com, e.g. acme for https://acme.zendesk.com');

const baseUrl = optionalText.refine((text) => text === undefined || isPlainHttpUrl(text), {
  message: 'expected an http(s) address without credentials, query or fragment',
});

const webhookSecret = z
  .string('expected the signing secret of the webhook')
  .trim()
  .min(1, 'expected the signing secret of the webhook')
  .refine((secret) => secret !== PUBLIC_TEST_SECRET, {
    message: "this is the public test secret of Zendesk's documentation, which anybody can sign with",
  });

const perMinute = optionalText
  .refine((text) => text === undefined || /^[1-9]\d{0,6}$/.test(text), 'expected a whole number above 0')
  .transform((text) => (text === undefined ? undefined : Number(text)));

/** What every way to connect an account has. */
const commonFields = {
  subdomain,
  baseUrl,
  noteLanguage: optionalText.pipe(z.enum(['en', 'ru'], 'expected en or ru').default('en')),
  globalClientId: optionalText,
  globalClientSecret: optionalText,
  requestsPerMinute: perMinute,
  updatesPerMinute: perMinute,
};

const commonSchema = z.object(commonFields);

function commonOf({ subdomain, baseUrl, noteLanguage, ...rest }: z.infer<typeof commonSchema>) {
  const { globalClientId: clientId, globalClientSecret: clientSecret } = rest;
  const { requestsPerMinute: requests, updatesPerMinute: updates } = rest;
  return {
    subdomain,
    noteLanguage,
    ...(baseUrl !== undefined && { baseUrl: baseUrl.replace(/\/+$/, '') }),
    ...((requests ?? updates) !== undefined && {
      plan: { ...(requests !== undefined && { requests }), ...(updates !== undefined && { updates }) },
    }),
    ...(clientId !== undefined && { globalClient: { clientId, ...(clientSecret !== undefined && { clientSecret }) } }),
  };
}

/** Settings of an account that is connected by OAuth: its credentials and secrets are kept elsewhere. */
export const connectedSchema: z.ZodType<ZendeskSettings> = commonSchema.transform((given) => ({
  ...commonOf(given),
  credentials: { kind: 'managed' },
}));

const schema: z.ZodType<ZendeskSettings> = z
  .object({ ...commonFields, oauthToken: optionalText, email: optionalText, apiToken: optionalText, webhookSecret })
  .transform(({ oauthToken, email, apiToken, webhookSecret, ...rest }, context): ZendeskSettings => {
    const common = { ...commonOf(rest), webhookSecret };
    if (oauthToken !== undefined) return { ...common, credentials: { kind: 'oauth', token: oauthToken } };
    if (email !== undefined && apiToken !== undefined) {
      return { ...common, credentials: { kind: 'api-token', email, token: apiToken } };
    }
    const path = apiToken !== undefined ? 'email' : email !== undefined ? 'apiToken' : 'oauthToken';
    context.addIssue({ code: 'custom', path: [path], message: 'expected an OAuth token, or an e-mail and API token' });
    return z.NEVER;
  });

function isPlainHttpUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  const isBare = url.username === '' && url.password === '' && url.search === '' && url.hash === '';
  return isBare && (url.protocol === 'https:' || url.protocol === 'http:');
}

/** The settings of one Zendesk account, as operators give them (ZENDESK_SUBDOMAIN and so on). */
export const settings: ConnectorSettings<ZendeskSettings> = {
  schema,
  help: {
    subdomain: { expected: 'the part before .zendesk.com in the address of your Zendesk, e.g. acme' },
    baseUrl: {
      expected: 'only for tests and proxies: an address to use instead of https://{subdomain}.zendesk.com',
      shared: true,
    },
    oauthToken: {
      expected: 'an OAuth access token with the scopes read and write: Admin Center > Apps and integrations > APIs',
      secret: true,
    },
    email: { expected: 'only with an API token: the e-mail address of the agent it belongs to' },
    apiToken: {
      expected: `an API token, only where there is no OAuth token: Zendesk switches them off on ${API_TOKENS_END}`,
      secret: true,
    },
    webhookSecret: {
      expected: 'the signing secret of the webhook: Admin Center > Apps and integrations > Webhooks > Reveal secret',
      secret: true,
    },
    requestsPerMinute: {
      expected: 'the requests a minute that the plan allows, a whole number; learnt from the first answer otherwise',
      shared: true,
    },
    updatesPerMinute: {
      expected:
        'the ticket updates a minute that the plan allows, a whole number; learnt from the first note otherwise',
      shared: true,
    },
    noteLanguage: { expected: 'the language of the labels in notes: en (default) or ru', shared: true },
    globalClientId: {
      expected: 'the identifier of a global OAuth client, which Zendesk grants on request; it begins with zdg-',
      shared: true,
    },
    globalClientSecret: { expected: 'the secret of the global OAuth client', secret: true, shared: true },
  },
  account: (given) => given.subdomain,
  webhookSecret: (given) => given.webhookSecret,
};

/** Where the account lives, without a trailing slash. */
export function originOf(given: ZendeskSettings): string {
  return given.baseUrl ?? `https://${given.subdomain}.zendesk.com`;
}
