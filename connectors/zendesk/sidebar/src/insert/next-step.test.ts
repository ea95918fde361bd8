import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Facts, type Intent, nextStep, type Question, withAnswer } from './next-step.ts';
import { isBlank } from './reply-text.ts';

const INTENT: Intent = { ticketId: '1', internal: false, agreed: new Set(), typed: null };
const FACTS: Facts = { ticketId: '1', verdict: 'ok', composer: { type: 'publicReply', text: '' } };
const note = { type: 'internalNote', text: '<p>For the team only</p>' };

describe('nothing stands in the way', () => {
  test('an empty reply is filled', () => {
    expect(nextStep(FACTS, INTENT)).toEqual({ do: 'write', how: 'fill', toPublic: false });
  });

  test('an empty note becomes a reply first', () => {
    const step = nextStep({ ...FACTS, composer: { type: 'internalNote', text: '<p></p>' } }, INTENT);
    expect(step).toEqual({ do: 'write', how: 'fill', toPublic: true });
  });

  test('a messaging channel keeps its own kind of reply', () => {
    const step = nextStep({ ...FACTS, composer: { type: 'whatsapp', text: '' } }, INTENT);
    expect(step).toEqual({ do: 'write', how: 'fill', toPublic: false });
  });
});

test.each<[string, Partial<Facts>, Partial<Intent>, ReturnType<typeof nextStep>]>([
  ['another ticket is open', { ticketId: '2' }, {}, { do: 'refuse', why: 'other-ticket' }],
  ['the ticket is closed', { verdict: 'closed' }, {}, { do: 'refuse', why: 'closed' }],
  ['the customer wrote again', { verdict: 'newer-message' }, {}, { do: 'ask', question: 'newer-message' }],
  ['a colleague answered', { verdict: 'replied' }, {}, { do: 'ask', question: 'replied' }],
  ['nobody knows', { verdict: 'unchecked' }, {}, { do: 'ask', question: 'unchecked' }],
  ['internal sources', {}, { internal: true }, { do: 'ask', question: 'internal' }],
  ['typed text', { composer: { type: 'publicReply', text: 'Hi' } }, {}, { do: 'ask', question: 'typed-reply' }],
  ['a typed note', { composer: note }, {}, { do: 'ask', question: 'typed-note' }],
])('%s', (_, facts, intent, step) => {
  expect(nextStep({ ...FACTS, ...facts }, { ...INTENT, ...intent })).toEqual(step);
});

test('agreeing to one thing is not agreeing to another that came meanwhile', () => {
  const agreed = withAnswer(INTENT, 'replied', 'go-on', FACTS);
  expect(nextStep({ ...FACTS, verdict: 'replied' }, agreed!)).toMatchObject({ do: 'write' });
  expect(nextStep({ ...FACTS, verdict: 'newer-message' }, agreed!)).toEqual({ do: 'ask', question: 'newer-message' });
});

test('an answer about typed text is worth nothing once the text has changed', () => {
  const facts = { ...FACTS, composer: { type: 'publicReply', text: 'Hi' } };
  const intent = withAnswer(INTENT, 'typed-reply', 'replace', facts)!;
  expect(nextStep(facts, intent)).toEqual({ do: 'write', how: 'replace', toPublic: false });
  const more = { ...facts, composer: { ...facts.composer, text: 'Hi, Ann' } };
  expect(nextStep(more, intent)).toEqual({ do: 'ask', question: 'typed-reply' });
});

const QUESTIONS: Question[] = ['internal', 'newer-message', 'replied', 'unchecked', 'typed-reply', 'typed-note'];
const someFacts = fc.record({
  ticketId: fc.constantFrom('1', '2'),
  verdict: fc.constantFrom<Facts['verdict']>('ok', 'newer-message', 'replied', 'closed', 'unchecked'),
  composer: fc.record({
    type: fc.constantFrom('publicReply', 'internalNote', 'chat'),
    text: fc.constantFrom('', '<p></p>', 'Hi', '<p>Hi, Ann</p>'),
  }),
});

test('whatever happens between questions: nothing typed is lost unasked, and no note is ever published', () => {
  const story = fc.array(fc.tuple(someFacts, fc.constantFrom('go-on', 'append', 'replace' as const)), { maxLength: 8 });
  fc.assert(
    fc.property(story, fc.boolean(), someFacts, (rounds, internal, last) => {
      let intent: Intent | null = { ...INTENT, internal };
      const asked: Facts[] = [];
      for (const [facts, answer] of rounds) {
        const step = nextStep(facts, intent);
        if (step.do !== 'ask') break;
        asked.push(facts);
        intent = withAnswer(intent, step.question, answer as 'go-on', facts);
        if (!intent) return;
      }
      const step = nextStep(last, intent);
      if (step.do !== 'write') return;
      expect(last.ticketId).toBe('1');
      expect(last.verdict).not.toBe('closed');
      if (isBlank(last.composer.text)) return;
      expect(asked.map(({ composer }) => composer)).toContainEqual(last.composer);
      if (last.composer.type === 'internalNote') expect(step.how).toBe('replace');
    }),
  );
});

test('calling it off ends it, and a note is never joined to a reply', () => {
  for (const question of QUESTIONS) expect(withAnswer(INTENT, question, 'cancel', FACTS)).toBeNull();
  expect(withAnswer(INTENT, 'typed-note', 'append', { ...FACTS, composer: note })).toBeNull();
});
