import type { ConnectorSettings, OAuthClient } from '@draftsmith/contracts';
import { z } from 'zod';
import { API_ORIGIN, APP_ORIGIN } from './facts.ts';

/** How the connector signs in. `managed`: with a token that renews itself, by `ConnectorPorts.accessToken`. */
export type HubSpotCredentials = { kind: 'static'; token: string } | { kind: 'managed' };

export interface HubSpotSettings {
  /** The account; `0` while an admin has not consented yet. */
  portalId: string;
  credentials: HubSpotCredentials;
  /** Scheme, host and path prefix of the API, without a trailing slash. */
  baseUrl: string;
  /** Where an admin agrees, without a trailing slash. */
  authorizeUrl: string;
  /** Our app, which is connected to every account. */
  client?: OAuthClient;
  /** Signs what HubSpot sends us: webhooks, the card, workflow actions. */
  clientSecret?: string;
  /** Of our app; shown to admins. */
  appId?: string;
}

/** An empty environment variable means that it is not set. */
const optionalText = z
  .string()
  .trim()
  .optional()
  .transform((text) => text || undefined);

const origin = (fallback: string) =>
  optionalText
    .refine((text) => text === undefined || isPlainHttpUrl(text), {
      message: 'expected an http(s) address without credentials, query or fragment',
    })
    .transform((text) => (text ?? fallback).replace(/\/+$/, ''));

const digits = (what: string) =>
  z
    .string(`expected ${what}`)
    .trim()
    .regex(/^\d{1,15}$/, `expected ${what}, digits only`);

const token = z.string('expected an access token').trim().min(1, 'expected an access token');

/** What holds for every account. */
const sharedFields = {
  clientId: optionalText,
  clientSecret: optionalText,
  appId: optionalText.pipe(digits("the app's number").optional()),
  baseUrl: origin(API_ORIGIN),
  authorizeUrl: origin(APP_ORIGIN),
};

const portalId = digits('the number of the HubSpot account');

const connected = z.object({ ...sharedFields, portalId });

function commonOf({ portalId, baseUrl, authorizeUrl, appId, clientId, clientSecret }: z.infer<typeof connected>) {
  return {
    portalId,
    baseUrl,
    authorizeUrl,
    ...(appId !== undefined && { appId }),
    ...(clientSecret !== undefined && { clientSecret }),
    ...(clientId !== undefined && { client: { clientId, ...(clientSecret !== undefined && { clientSecret }) } }),
  };
}

/** Settings of an account that is connected by OAuth: its tokens are kept elsewhere. */
export const connectedSchema: z.ZodType<HubSpotSettings> = connected.transform((given) => ({
  ...commonOf(given),
  credentials: { kind: 'managed' },
}));

const schema: z.ZodType<HubSpotSettings> = connected
  .extend({
    accessToken: token,
    // Without it nothing that HubSpot sends could be told from what anybody sends.
    clientSecret: z
      .string('expected the client secret of the app')
      .trim()
      .min(1, 'expected the client secret of the app'),
  })
  .transform(({ accessToken, ...given }) => ({
    ...commonOf(given),
    credentials: { kind: 'static', token: accessToken },
  }));

function isPlainHttpUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  const isBare = url.username === '' && url.password === '' && url.search === '' && url.hash === '';
  return isBare && (url.protocol === 'https:' || url.protocol === 'http:');
}

/** The settings of one HubSpot account, as operators give them (HUBSPOT_PORTAL_ID and so on). */
export const settings: ConnectorSettings<HubSpotSettings> = {
  schema,
  help: {
    portalId: {
      expected:
        'for one account without OAuth: its number (Hub ID), in the account menu and in every address of HubSpot',
    },
    accessToken: {
      expected: 'for one account without OAuth: the access token of your app with static auth (project > app > Auth)',
      secret: true,
    },
    clientId: {
      expected: 'the client ID of your app (project > app > Auth): connects any number of accounts',
      shared: true,
    },
    clientSecret: {
      expected: 'the client secret of your app (project > app > Auth): HubSpot signs with it whatever it sends',
      secret: true,
      shared: true,
    },
    appId: { expected: 'the number of your app, digits only', shared: true },
    baseUrl: { expected: `only for tests and proxies: an address to use instead of ${API_ORIGIN}`, shared: true },
    authorizeUrl: {
      expected: `only for tests and regions: where admins agree, instead of ${APP_ORIGIN}`,
      shared: true,
    },
  },
  account: (given) => given.portalId,
  webhookSecret: (given) => given.clientSecret,
};
