import type { SeedTicket, ZendeskSeed } from './seed.ts';

export const ADMIN_ID = 101;
export const AGENT_ID = 102;
export const CUSTOMER_ID = 201;
export const OTHER_CUSTOMER_ID = 202;
export const OTHER_BRAND_ID = 26363596759900;
export const GROUP_ID = 601;
export const FORM_ID = 701;

/** A question that waits for an answer: the ticket most tests work on. */
export const OPEN_TICKET_ID = 1;
/** Its `incoming` has not arrived yet, and it has no other comment. */
export const UNBORN_TICKET_ID = 2;
export const CLOSED_TICKET_ID = 3;
/** Began with an internal note, so comments without `public` inherit private. */
export const PRIVATE_TICKET_ID = 4;

/** The smallest account in which every endpoint has something to answer; a starting point for tests. */
export function sampleSeed(): ZendeskSeed {
  return {
    account: { id: 18525119, subdomain: 'sample', name: 'Sample', locale: 'en-US' },
    brand: { id: 26363596759827, name: 'Sample' },
    brands: [{ id: OTHER_BRAND_ID, name: 'Sample Outlet' }],
    groups: [{ id: GROUP_ID, name: 'Billing' }],
    forms: [{ id: FORM_ID, name: 'Returns' }],
    organizations: [{ id: 301, name: 'Blue Wheel Couriers', notes: 'Pays by invoice', tags: ['vip'] }],
    users: [
      { id: ADMIN_ID, name: 'Ada Admin', email: 'ada@example.com', role: 'admin', locale: 'en-US' },
      { id: AGENT_ID, name: 'Bo Agent', email: 'bo@example.com', role: 'agent', locale: 'en-US' },
      {
        id: CUSTOMER_ID,
        name: 'Cleo Customer',
        email: 'cleo@example.org',
        role: 'end-user',
        locale: 'en-US',
        organizationId: 301,
      },
      { id: OTHER_CUSTOMER_ID, name: 'Dirk Kunde', email: 'dirk@example.org', role: 'end-user', locale: 'de' },
    ],
    articles: sampleArticles(),
    macros: [
      { id: 501, title: 'Refund: next steps', reply: 'Hi {{ticket.requester.first_name}}', setTags: ['refund'] },
      { id: 502, title: 'Greeting', replyHtml: '<p>Hello <b>there</b></p>' },
      { id: 503, title: 'Old promise', reply: 'Within a day', active: false },
    ],
    tickets: sampleTickets(),
  };
}

function sampleArticles(): ZendeskSeed['articles'] {
  const updatedAt = '2026-11-01T08:00:00Z';
  return [
    {
      id: 401,
      locale: 'en-us',
      title: 'How do I get a refund?',
      body: '<h2>Refunds</h2><p>You can return goods within <b>30 days</b>. The money arrives in 5 working days.</p>',
      labels: ['billing'],
      updatedAt,
    },
    {
      id: 402,
      locale: 'en-us',
      title: 'Charging the battery',
      body: '<p>Charge for 4 hours. No refund here.</p>',
      updatedAt,
    },
    {
      id: 403,
      locale: 'de',
      title: 'Wie bekomme ich eine Rückerstattung?',
      body: '<p>Innerhalb von 30 Tagen.</p>',
      updatedAt,
    },
    {
      id: 404,
      locale: 'en-us',
      title: 'Refund limits for agents',
      body: '<p>Up to 100 dollars without asking.</p>',
      userSegmentId: 9001,
      updatedAt,
    },
    {
      id: 405,
      locale: 'en-us',
      title: 'Refund policy, next year',
      body: '<p>Not decided.</p>',
      draft: true,
      updatedAt,
    },
  ];
}

function sampleTickets(): SeedTicket[] {
  const ask = (body: string, createdAt = '2026-11-10T10:00:00Z') => ({
    authorId: CUSTOMER_ID,
    public: true,
    body,
    createdAt,
  });
  return [
    {
      id: OPEN_TICKET_ID,
      subject: 'Refund for order 1042',
      requesterId: CUSTOMER_ID,
      assigneeId: AGENT_ID,
      groupId: GROUP_ID,
      formId: FORM_ID,
      status: 'pending',
      priority: 'normal',
      tags: ['refund'],
      comments: [
        ask('I want my money back.'),
        { authorId: AGENT_ID, public: true, body: 'Which order is it?', createdAt: '2026-11-10T11:00:00Z' },
      ],
      incoming: ask('Order 1042, as I wrote.', '2026-11-11T09:00:00Z'),
    },
    {
      id: UNBORN_TICKET_ID,
      subject: 'Battery does not charge',
      requesterId: OTHER_CUSTOMER_ID,
      status: 'new',
      channel: 'web',
      comments: [],
      incoming: {
        authorId: OTHER_CUSTOMER_ID,
        public: true,
        body: 'It stays dark.',
        createdAt: '2026-11-11T09:30:00Z',
      },
    },
    {
      id: CLOSED_TICKET_ID,
      subject: 'Old story',
      requesterId: CUSTOMER_ID,
      status: 'closed',
      comments: [ask('All is well.', '2026-10-01T10:00:00Z')],
      incoming: ask('Or is it?', '2026-11-11T09:00:00Z'),
    },
    {
      id: PRIVATE_TICKET_ID,
      subject: 'Noted by phone',
      requesterId: CUSTOMER_ID,
      status: 'open',
      comments: [{ authorId: AGENT_ID, public: false, body: 'She called.', createdAt: '2026-11-10T12:00:00Z' }],
    },
  ];
}
