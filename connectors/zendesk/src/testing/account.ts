import type { ResourceRef } from '@draftsmith/contracts';
import {
  startZendesk,
  type ZendeskOptions,
  type ZendeskSeed,
  type ZendeskSimulator,
} from '@draftsmith/simulators/zendesk';
import { connect } from '../connection.ts';
import { settings, type ZendeskSettings } from '../settings.ts';

export const ADMIN = 11;
export const AGENT = 12;
export const CUSTOMER = 21;
export const TICKET = 71447;

export const REFUND_ARTICLE = 501;
export const INTERNAL_ARTICLE = 502;

/** A small account: one ticket that waits for an answer, and what an answer can rest on. */
export function seedOf(change: (seed: ZendeskSeed) => void = () => undefined): ZendeskSeed {
  const seed: ZendeskSeed = {
    account: { id: 18525119, subdomain: 'acme', name: 'Acme', locale: 'en-US' },
    brand: { id: 900, name: 'Acme' },
    organizations: [{ id: 31, name: 'Globex' }],
    users: [
      { id: ADMIN, name: 'Ada Admin', email: 'ada@example.com', role: 'admin', locale: 'en-US' },
      { id: AGENT, name: 'Ben Agent', email: 'ben@example.com', role: 'agent', locale: 'en-US' },
      {
        id: CUSTOMER,
        name: 'Carla Customer',
        email: 'carla@example.org',
        role: 'end-user',
        locale: 'de',
        phone: '+1 555 0100',
        organizationId: 31,
      },
    ],
    articles: [
      {
        id: REFUND_ARTICLE,
        locale: 'en-us',
        title: 'Refunds',
        body: '<h2>Refunds</h2><p>We refund within <b>5 days</b>.</p><ul><li>Open <a href="https://acme.example/r">returns</a></li></ul>',
        updatedAt: '2026-11-01T00:00:00Z',
      },
      {
        id: INTERNAL_ARTICLE,
        locale: 'en-us',
        title: 'Refund limits for agents',
        body: '<p>Refund up to 50 without asking.</p>',
        userSegmentId: 7,
        updatedAt: '2026-11-01T00:00:00Z',
      },
      {
        id: 503,
        locale: 'en-us',
        title: 'Refund rules, unfinished',
        body: '<p>Refund after 90 days</p>',
        draft: true,
        updatedAt: '2026-11-01T00:00:00Z',
      },
    ],
    macros: [
      {
        id: 601,
        title: 'Refund started',
        reply: 'Hello {{ticket.requester.first_name}},\n\nyour refund is on its way.',
      },
      { id: 602, title: 'Refund, rich', replyHtml: '<p>Your refund was <b>sent</b>.</p>' },
      { id: 603, title: 'Only tags', setTags: ['vip'] },
      { id: 604, title: 'Switched off', reply: 'Old text', active: false },
      { id: 605, title: 'Dynamic content only', reply: '{{dc.refund}}' },
    ],
    tickets: [
      {
        id: TICKET,
        subject: 'Refund for my order',
        requesterId: CUSTOMER,
        assigneeId: AGENT,
        status: 'open',
        channel: 'email',
        comments: [
          { authorId: CUSTOMER, public: true, body: 'Where is my refund?', createdAt: '2026-11-20T09:00:00Z' },
          { authorId: AGENT, public: false, body: 'Looks like a duplicate.', createdAt: '2026-11-20T09:10:00Z' },
          { authorId: AGENT, public: true, body: 'We are checking.', createdAt: '2026-11-20T09:20:00Z' },
          {
            authorId: CUSTOMER,
            public: true,
            body: 'And how long will the refund take?',
            createdAt: '2026-11-20T09:30:00Z',
            attachments: [{ fileName: 'receipt.pdf', contentType: 'application/pdf', size: 1234 }],
          },
        ],
      },
    ],
  };
  change(seed);
  return seed;
}

/** Starts a simulator. Whoever starts it closes it. */
export function startAccount(seed: ZendeskSeed = seedOf(), options: Partial<ZendeskOptions> = {}) {
  return startZendesk({ seed, ...options });
}

type SettingsChange = Partial<
  Record<'baseUrl' | 'oauthToken' | 'email' | 'apiToken' | 'noteLanguage', string | undefined>
>;

/** Settings as an operator would give them; `baseUrl: undefined` stands for the real host. */
export function settingsFor(simulator: ZendeskSimulator, change: SettingsChange = {}): ZendeskSettings {
  return settings.schema.parse({
    subdomain: 'acme',
    baseUrl: simulator.baseUrl,
    oauthToken: simulator.token,
    webhookSecret: 'kRk9-not-the-public-one',
    ...change,
  });
}

/** A connection with a clock that is moved by hand, and what it warned of. */
export function connectTo(
  simulator: ZendeskSimulator,
  { through = fetch, ...change }: { through?: typeof fetch } & SettingsChange = {},
) {
  const warnings: unknown[][] = [];
  let time = Date.parse('2026-11-20T10:00:00Z');
  const connection = connect(settingsFor(simulator, change), {
    fetch: through,
    now: () => new Date(time),
    warn: (...warning) => warnings.push(warning),
  });
  const clock = {
    forward(ms: number) {
      time += ms;
    },
  };
  return { connection, warnings, clock };
}

export function ticketRef(id: number = TICKET): ResourceRef {
  return { connector: 'zendesk', account: 'acme', type: 'ticket', id: String(id) };
}
