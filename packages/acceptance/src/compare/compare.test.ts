import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isHeldOut, TOPICS } from '../measure/corpus.ts';
import { FRAMES } from '../measure/letters.ts';
import { pairsOf } from '../measure/pairs.ts';
import { judge } from '../measure/score.ts';
import { compare } from './compare.ts';

const DRAFT = `Hello Anna,

Thank you for your message. Your refund of 49.90 EUR was sent on 4 March. It takes 5 business days until you see it. We did not charge a fee. The status is at https://shop.example/returns.

Best regards,
Acme Support`;

describe('sent as it is', () => {
  test.each([
    [
      'by another name',
      DRAFT.replace('Hello Anna,', 'Dear Ms Weber,').replace('Acme Support', 'Laura\n+44 20 7946 0000'),
    ],
    ['without greeting and signature', DRAFT.split('\n')[2] ?? ''],
    ['above a quoted mail', `${DRAFT}\n\nOn Mon, 2 Nov 2026, Anna <a@example.org> wrote:\n> Where is my 99 EUR?`],
    [
      'as a mail program leaves it',
      DRAFT.replaceAll('\n\n', '<br><br>').replaceAll(' ', '&nbsp;').replace('EUR', ' EUR '),
    ],
    ['with a link that says what it points to', DRAFT.replace(/(https\S+)\./, '$1 ($1).')],
    ['with the marks of sources', DRAFT.replace('4 March', '4 March [1]')],
  ])('%s', (_, reply) => {
    expect(compare(DRAFT, reply)).toEqual({ verdict: 'as-is', kept: 1, added: 0, edits: [] });
  });
});

describe('edited', () => {
  const edited = (from: string, to: string) => compare(DRAFT, DRAFT.replace(from, to));

  test.each([
    ['a figure', '49.90', '44.90'],
    ['a date', '4 March', '5 March'],
    ['a time', '5 business days', '5 weeks'],
    ['a link', 'shop.example/returns', 'shop.example/status'],
    ['a negation', 'did not charge', 'charged'],
  ])('%s is a fact', (_, from, to) => {
    expect(edited(from, to)).toMatchObject({ verdict: 'edited', edits: ['facts'] });
  });

  test('other words for the same figure are no fact', () => {
    expect(edited('5 business days until', 'five business days before').edits).toEqual(['tone']);
  });

  test('a sentence less, a sentence more, two the other way round', () => {
    expect(edited(' We did not charge a fee.', '').edits).toEqual(['shortened']);
    expect(edited('fee.', 'fee. A voucher for your next order waits in your account.').edits).toEqual(['extended']);
    const moved = DRAFT.replace(' We did not charge a fee.', '').replace('Thank', 'We did not charge a fee. Thank');
    expect(compare(DRAFT, moved)).toMatchObject({ verdict: 'edited', kept: 1, added: 0, edits: ['reordered'] });
  });

  test('kept and added are shares of the words', () => {
    const { kept, added } = compare(
      'One two three four five six seven eight.',
      'One two three four five six seven nine ten.',
    );
    expect(kept).toBeCloseTo(7 / 8);
    expect(added).toBeCloseTo(2 / 9);
  });

  test('in another language, by what no translation changes', () => {
    const german = `Vielen Dank für Ihre Nachricht. Ihre Erstattung von 49,90 EUR wurde am 4. März gesendet. Es dauert 5 Werktage, bis Sie sie sehen. Wir haben keine Gebühr berechnet. Den Stand sehen Sie unter https://shop.example/returns.`;
    expect(compare(DRAFT, german)).toMatchObject({ verdict: 'edited', edits: ['translated'] });
    expect(
      compare(DRAFT, german.replace('49,90', '19,90').replace('5 Werk', '9 Werk').replace('4. M', '2. M')),
    ).toMatchObject({
      verdict: 'ignored',
    });
  });
});

describe('ignored', () => {
  test.each([
    ['an own reply on the same matter', 'Your 49.90 EUR left us on 4 March, the bank has them within 5 days or so.'],
    [
      'the same courtesies',
      'Hello Anna,\n\nThank you for your message. Could you tell me the order number?\n\nBest regards,\nBen',
    ],
    ['nothing but courtesies', 'Thank you for your message.'],
    [
      'the draft, quoted below an own reply',
      `I called the bank for you.\n\nOn Mon, 2 Nov 2026, Ben <b@acme.example> wrote:\n${DRAFT.replace(/^/gm, '> ')}`,
    ],
    ['nothing', ''],
  ])('%s', (_, reply) => {
    expect(compare(DRAFT, reply).verdict).toBe('ignored');
  });
});

test('on letters that no threshold was chosen on', () => {
  const judged = TOPICS.filter(isHeldOut)
    .flatMap((topic) => pairsOf(topic, TOPICS))
    .map(judge);
  const right = judged.filter(({ verdictRight }) => verdictRight).length;
  expect(judged.length).toBeGreaterThan(400);
  expect(right / judged.length).toBeGreaterThan(0.97);
  const kinds = judged.filter(({ editsRight }) => editsRight !== undefined);
  expect(kinds.filter(({ editsRight }) => editsRight).length / kinds.length).toBeGreaterThan(0.97);
});

const texts = fc.oneof(
  fc.string({ maxLength: 300 }),
  fc.constantFrom(...TOPICS.flatMap(({ draft, own, tone, macro }) => [draft, tone, macro, ...own])),
);

test('what always holds of two texts', () => {
  fc.assert(
    fc.property(texts, texts, (draft, reply) => {
      const [there, back] = [compare(draft, reply), compare(reply, draft)];
      for (const { verdict, kept, added, edits } of [there, back]) {
        expect(Math.min(kept, added)).toBeGreaterThanOrEqual(0);
        expect(Math.max(kept, added)).toBeLessThanOrEqual(1);
        expect(edits.length > 0).toBe(verdict === 'edited');
      }
      expect(there.verdict === 'as-is').toBe(back.verdict === 'as-is');
    }),
    { numRuns: 150 },
  );
});

test('a text is itself', () => {
  fc.assert(
    fc.property(texts, (text) => {
      expect(compare(text, text)).toEqual({ verdict: 'as-is', kept: 1, added: 0, edits: [] });
    }),
    { numRuns: 150 },
  );
});

test('a greeting, a signature and a quoted mail change no verdict', () => {
  const frames = fc.constantFrom(...Object.values(FRAMES));
  const letters = fc.constantFrom(...TOPICS);
  fc.assert(
    fc.property(letters, frames, fc.constantFrom('draft', 'tone', 'macro', 'own'), (topic, frame, which) => {
      const reply = which === 'own' ? (topic.own[0] ?? '') : topic[which];
      const bare = compare(topic.draft, reply);
      for (const framed of [
        `${frame.greeting}\n\n${reply}`,
        `${frame.otherGreeting}\n${reply}`,
        `${reply}\n\n${frame.signature}`,
        `${reply}\n${frame.otherSignature}`,
        `${reply}\n\n${frame.quote('Where is it?')}`,
        `${frame.greeting}\n\n${reply}\n\n${frame.signature}\n\n${frame.quote(topic.draft)}`,
      ])
        expect(compare(topic.draft, framed)).toEqual(bare);
    }),
    { numRuns: 100 },
  );
});

test('letters without end are read in time', () => {
  const long = Array.from({ length: 4_000 }, (_, i) => `Sentence ${i} says a thing number ${i * 7}.`).join(' ');
  expect(compare(long, long.replaceAll('thing', 'word')).verdict).toBe('edited');
});
