import type { ZendeskSeed } from '@draftsmith/simulators/zendesk';

export const SUBDOMAIN = 'larkspur';
/** The OAuth client that the account's admin made for Draftsmith. */
export const CLIENT = { id: 'draftsmith-larkspur', secret: 'hush-larkspur-hush', name: 'Draftsmith' };
export const AGENT = { id: 502, name: 'Bo Lindqvist' };
/** Asked long ago, and open still: what a draft is tried on. */
export const OLD_TICKET = 4102;
/** Written by the customer in the middle of the story. */
export const NEW_TICKET = 4103;
export const SIGNATURE = 'The Larkspur team';

const CUSTOMER = { id: 601, name: 'Marigold Featherstone', email: 'marigold@featherstone.example' };
const OTHER_CUSTOMER = { id: 602, name: 'Casimir Oldenburg', email: 'casimir@oldenburg.example' };
const ADMIN = { id: 501, name: 'Ada Moreno', email: 'ada@larkspur.example' };

/** What must be nowhere once the account is gone, and never in a log: its people, and words that they wrote. */
export const THEIRS = [
  ...[CUSTOMER, OTHER_CUSTOMER, ADMIN].map(({ email }) => email),
  ...['Featherstone', 'Oldenburg', 'Lindqvist', 'flickers', 'Tiffany shade'],
];

/** What a model answers; people have no names in what it is asked. */
export const MODEL_ANSWER = 'Hello [PERSON_1], a refund takes 5 working days after we receive the goods [1].';
export const DRAFTED = 'a refund takes 5 working days after we receive the goods';

/** A small company that has been answering for a while. */
export function storySeed(): ZendeskSeed {
  const ago = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();
  const says = (authorId: number, body: string, days: number) => ({
    ...{ authorId, public: true, body, createdAt: ago(days) },
  });
  const refundQuestion = 'how long does a refund take after I return the goods?';
  return {
    account: { id: 18525119, subdomain: SUBDOMAIN, name: 'Larkspur Lamps', locale: 'en-US' },
    brand: { id: 900, name: 'Larkspur Lamps' },
    organizations: [],
    users: [
      { ...ADMIN, role: 'admin', locale: 'en-US' },
      { ...AGENT, email: 'bo@larkspur.example', role: 'agent', locale: 'en-US' },
      { ...CUSTOMER, role: 'end-user', locale: 'en-US' },
      { ...OTHER_CUSTOMER, role: 'end-user', locale: 'en-US' },
    ],
    articles: [
      {
        ...{ id: 401, locale: 'en-us', title: 'How long does a refund take?', updatedAt: ago(30) },
        body: '<p>A refund takes 5 working days after we receive the goods. The money goes back to the card you paid with.</p>',
      },
      {
        ...{ id: 402, locale: 'en-us', title: 'Changing the bulb', updatedAt: ago(90) },
        body: '<p>Unplug the lamp and let it cool. Any bulb with an E27 socket fits.</p>',
      },
    ],
    macros: [{ id: 501, title: 'Parcel is late', reply: 'We ask the carrier and write within two working days.' }],
    tickets: [
      {
        ...{ id: 4001, subject: 'Shade', requesterId: OTHER_CUSTOMER.id, assigneeId: AGENT.id, status: 'solved' },
        comments: [
          says(OTHER_CUSTOMER.id, 'Can I order a Tiffany shade by itself?', 20),
          says(
            AGENT.id,
            'Hello Casimir,\n\nEvery shade can be ordered by itself in our shop, and comes within a week.',
            19,
          ),
        ],
      },
      {
        ...{ id: OLD_TICKET, subject: 'Refund', requesterId: OTHER_CUSTOMER.id, status: 'open', channel: 'email' },
        comments: [says(OTHER_CUSTOMER.id, `Hello, ${refundQuestion}`, 1)],
      },
      {
        ...{ id: NEW_TICKET, subject: 'Lamp goes back', requesterId: CUSTOMER.id, assigneeId: AGENT.id },
        ...{ status: 'new', channel: 'email', tags: ['refund'], comments: [] },
        incoming: says(CUSTOMER.id, `Hello, the lamp flickers and I am sending it back. Please, ${refundQuestion}`, 0),
      },
    ],
  };
}
