import type { ConnectorSettings } from '@draftsmith/contracts';
import { z } from 'zod';
import { API_TOKENS_END, PUBLIC_TEST_SECRET } from './facts.ts';

/** How the connector signs in. `api-token` is the old way and has an end date. */
export type ZendeskCredentials = { kind: 'oauth'; token: string } | { kind: 'api-token'; email: string; token: string };

export interface ZendeskSettings {
  subdomain: string;
  /** Scheme, host and path prefix in place of `https://{subdomain}.zendesk.com`; without a trailing slash. */
  baseUrl?: string;
  credentials: ZendeskCredentials;
  webhookSecret: string;
  /** Language of the labels in notes, which agents read; the draft itself is in the customer's. */
  noteLanguage: 'en' | 'ru';
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

const schema: z.ZodType<ZendeskSettings> = z
  .object({
    subdomain,
    baseUrl,
    oauthToken: optionalText,
    email: optionalText,
    apiToken: optionalText,
    webhookSecret,
    noteLanguage: optionalText.pipe(z.enum(['en', 'ru'], 'expected en or ru').default('en')),
  })
  .transform(({ oauthToken, email, apiToken, baseUrl, ...rest }, context): ZendeskSettings => {
    const common = { ...rest, ...(baseUrl !== undefined && { baseUrl: baseUrl.replace(/\/+$/, '') }) };
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
    baseUrl: { expected: 'only for tests and proxies: an address to use instead of https://{subdomain}.zendesk.com' },
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
    noteLanguage: { expected: 'the language of the labels in notes: en (default) or ru' },
  },
  account: (given) => given.subdomain,
  webhookSecret: (given) => given.webhookSecret,
};

/** Where the account lives, without a trailing slash. */
export function originOf(given: ZendeskSettings): string {
  return given.baseUrl ?? `https://${given.subdomain}.zendesk.com`;
}
