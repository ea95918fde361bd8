import { expect, test } from 'vitest';
import { AGENT, conversationOf, said } from '../testing/conversation.ts';
import { factsOf } from './ticket-facts.ts';

const byAgent = (given = {}) => said({ author_id: AGENT, ...given });

test('what rules go by is taken from the ticket, and what it has not is absent', () => {
  const ticket = {
    brand_id: '900',
    group_id: '31',
    ticket_form_id: '41',
    assignee_id: AGENT,
    via: { channel: 'email' },
    tags: ['vip'],
  };
  expect(factsOf(conversationOf([said({ created_at: '2026-11-20T09:30:00Z' })], { ticket }))).toEqual({
    brand: '900',
    group: '31',
    form: '41',
    assignee: AGENT,
    channel: 'email',
    tags: ['vip'],
    replies: 0,
    askedAt: '2026-11-20T09:30:00Z',
  });
  expect(factsOf(conversationOf([]))).toEqual({ tags: [], replies: 0 });
});

test('only public answers of staff are replies', () => {
  const comments = [said(), byAgent(), byAgent({ public: false }), said(), byAgent(), said()];
  expect(factsOf(conversationOf(comments))).toMatchObject({ replies: 2 });
});

test('a message that has its answer waits no more; a note changes nothing', () => {
  expect(factsOf(conversationOf([said(), byAgent()]))).not.toHaveProperty('askedAt');
  expect(factsOf(conversationOf([said(), byAgent({ public: false })]))).toHaveProperty('askedAt');
});
