import type { ConversationTurn } from '@draftsmith/contracts';
import { expect, test } from 'vitest';
import { placeDraft } from './place-draft.ts';

const turn = (role: ConversationTurn['role'], text: string): ConversationTurn => ({
  role,
  text,
  authorName: null,
  at: '',
});
const question = turn('customer', 'Where is it?');
const answer = 'Hello,\n\nit is on its way.';
const note = turn('internal-note', 'Suggested reply\nHello,\nit is  on its way.\nSources: 1. Shipping');
const later = turn('customer', 'Thanks');

test('the draft stands where its note is, and the note is not shown twice', () => {
  expect(placeDraft([question, note, later], answer)).toEqual({ before: [question], after: [later] });
  expect(placeDraft([question, { ...note, role: 'draft' }], answer)).toEqual({ before: [question], after: [] });
});

test('without its note the draft stands at the end', () => {
  expect(placeDraft([question, later], answer)).toEqual({ before: [question, later], after: [] });
});

test('a customer or an agent who repeats the words is not taken for the note', () => {
  const turns = [question, turn('agent', answer), turn('customer', answer)];
  expect(placeDraft(turns, answer)).toEqual({ before: turns, after: [] });
});

test('a ticket without a draft is shown whole', () => {
  expect(placeDraft([question, note], null)).toEqual({ before: [question, note], after: [] });
});
