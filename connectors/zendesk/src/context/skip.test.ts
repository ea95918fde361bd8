import { expect, test } from 'vitest';
import { AGENT, conversationOf, IN_COPY, REQUESTER, said } from '../testing/conversation.ts';
import { messageToAnswer } from './skip.ts';

const byAgent = (given = {}) => said({ author_id: AGENT, ...given });
const suspended = { id: REQUESTER, role: 'end-user', suspended: true };

test('the newest message of a customer is answered', () => {
  const [older, newest] = [said(), said()];
  expect(messageToAnswer(conversationOf([older, byAgent(), newest]))).toEqual({ message: newest });
});

test('a note after the message changes nothing', () => {
  const question = said();
  expect(messageToAnswer(conversationOf([question, byAgent({ public: false })]))).toEqual({ message: question });
});

test('somebody in copy is a customer as well', () => {
  const question = said({ author_id: IN_COPY });
  expect(messageToAnswer(conversationOf([said(), byAgent(), question]))).toEqual({ message: question });
});

test('an author whom Zendesk does not name is a customer only as requester', () => {
  const asked = conversationOf([said({ author_id: '99' })], { ticket: { requester_id: '99', submitter_id: '99' } });
  expect(messageToAnswer(asked)).toHaveProperty('message');
  expect(messageToAnswer(conversationOf([said(), said({ author_id: '-1' })]))).toMatchObject({
    skip: { reason: 'agent-wrote-last' },
  });
});

test.each([
  ['deleted', conversationOf([said()], { ticket: { status: 'deleted' } })],
  ['closed', conversationOf([said()], { ticket: { status: 'closed' } })],
  ['merged', conversationOf([said()], { ticket: { status: 'closed', tags: ['a', 'closed_by_merge'] } })],
  ['merged', conversationOf([said()], { ticket: { status: 'solved', tags: ['closed_by_merge'] } })],
  ['merged', conversationOf([said(), byAgent({ via: { channel: 'merge' } })], { ticket: { status: 'closed' } })],
  [
    'merged',
    conversationOf([said(), byAgent({ via: { source: { rel: 'merge' } } })], { ticket: { status: 'closed' } }),
  ],
  ['spam', conversationOf([said()], { ticket: { tags: ['spam'] } })],
  ['spam', conversationOf([said()], { users: [suspended] })],
  ['agent-wrote-last', conversationOf([said(), byAgent()])],
  ['no-customer-message', conversationOf([])],
  ['no-customer-message', conversationOf([said({ public: false })])],
  ['agent-created', conversationOf([byAgent()], { ticket: { submitter_id: AGENT } })],
  ['agent-created', conversationOf([said()], { ticket: { via: { channel: 'side_conversation' } } })],
  [
    'no-customer-message',
    conversationOf([said(), byAgent(), said({ html_body: '<p>Great help, thank you</p>' })], {
      ticket: { satisfaction_rating: { score: 'good', comment: 'Great help, thank you' } },
    }),
  ],
  ['agent-created', conversationOf([byAgent()], { ticket: { requester_id: AGENT, submitter_id: AGENT } })],
  ['auto-reply', conversationOf([said({ via: { source: { from: { address: 'MAILER-DAEMON@mx.example' } } } })])],
])('%s', (reason, conversation) => {
  expect(messageToAnswer(conversation)).toMatchObject({ skip: { reason } });
});

test('a customer from whose address mail is only forwarded is no robot', () => {
  const forwarded = said({ via: { source: { from: { address: 'no-reply@forms.example' } } } });
  expect(messageToAnswer(conversationOf([forwarded]))).toEqual({ message: forwarded });
});

test('a message that only comes after a rating is a message', () => {
  const question = said({ html_body: '<p>It broke again, what now?</p>' });
  const ticket = { satisfaction_rating: { score: 'good', comment: 'Great help' } };
  expect(messageToAnswer(conversationOf([said(), question], { ticket }))).toEqual({ message: question });
});
