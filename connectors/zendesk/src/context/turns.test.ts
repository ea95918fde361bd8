import { expect, test } from 'vitest';
import { AGENT, conversationOf, IN_COPY, said } from '../testing/conversation.ts';
import { customerOf, peopleOf, textOfComment, turnsOf } from './turns.ts';

test('roles, names, times and attachments', () => {
  const receipt = { file_name: 'r.pdf', content_type: 'application/pdf', size: 12 };
  const conversation = conversationOf([
    said({ attachments: [receipt, { ...receipt, file_name: 'gone.pdf', deleted: true }] }),
    said({ author_id: AGENT, public: false, html_body: '<p>Careful</p>' }),
    said({ author_id: AGENT, created_at: '2026-11-20T09:05:00Z' }),
    said({ author_id: '-1' }),
  ]);
  expect(turnsOf(conversation)).toEqual([
    {
      role: 'customer',
      text: 'Hello',
      at: '2026-11-20T09:00:00Z',
      authorName: 'Carla',
      attachments: [{ name: 'r.pdf', contentType: 'application/pdf', bytes: 12 }],
    },
    { role: 'internal-note', text: 'Careful', at: '2026-11-20T09:00:00Z', authorName: 'Ben' },
    { role: 'agent', text: 'Hello', at: '2026-11-20T09:05:00Z', authorName: 'Ben' },
    { role: 'agent', text: 'Hello', at: '2026-11-20T09:00:00Z' },
  ]);
});

test('the best text that Zendesk gives', () => {
  expect(textOfComment(said({ html_body: '<a href="https://a.example">a</a>', plain_body: 'a' }))).toContain(
    'https://',
  );
  expect(textOfComment(said({ html_body: null, plain_body: ' plain ', body: 'raw' }))).toBe('plain');
  expect(textOfComment(said({ html_body: '', plain_body: null, body: 'raw' }))).toBe('raw');
  expect(textOfComment(said({ html_body: null, plain_body: null, body: null }))).toBe('');
});

test('the customer is who wrote last, not who opened the ticket', () => {
  const conversation = conversationOf([said(), said({ author_id: IN_COPY }), said({ author_id: AGENT })]);
  expect(customerOf(conversation)).toEqual({ name: 'Dan', email: 'dan@example.org', reference: 'user:22' });
});

test('where no customer wrote, it is the requester', () => {
  const requester = {
    ...{ name: 'Carla', email: 'carla@example.org', reference: 'user:21', organization: 'Globex', locale: 'de' },
  };
  expect(customerOf(conversationOf([said({ author_id: AGENT })]))).toEqual(requester);
  expect(customerOf(conversationOf([], { ticket: { requester_id: '99' } }))).toEqual({});
});

test('redaction learns of everybody once, and of the organisation of the ticket', () => {
  const conversation = conversationOf([said(), said({ author_id: AGENT }), said(), said({ author_id: IN_COPY })]);
  expect(peopleOf(conversation).map(({ name, organization }) => name ?? organization)).toEqual(['Carla', 'Ben', 'Dan']);
  const elsewhere = { ...conversation, organizations: new Map([['77', 'Initech']]) };
  const moved = { ...elsewhere, ticket: { ...elsewhere.ticket, organization_id: '77' } };
  expect(peopleOf(moved)).toContainEqual({ organization: 'Initech' });
});

test('only customers are known by their number: when an agent leaves, what was written to customers stays', () => {
  const conversation = conversationOf([said(), said({ author_id: AGENT })]);
  expect(peopleOf(conversation).map(({ name, reference }) => [name, reference])).toEqual([
    ['Carla', 'user:21'],
    ['Ben', undefined],
  ]);
});
