import { type AccountPolicy, DEFAULT_POLICY, type DraftContext, type Passage } from '@draftsmith/contracts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkReply } from './check-reply.ts';
import { groundsOf } from './grounds.ts';

const passage = (sourceId: string, text: string, more: Partial<Passage> = {}): Passage => ({
  sourceId,
  sourceTitle: 'Refunds',
  sourceKind: 'article',
  text,
  url: 'https://help.acme.example/1',
  visibility: 'public',
  confidence: 1,
  ...more,
});
const PASSAGES = [
  passage('article:1', 'You can return any item within 30 days. The refund takes 5 business days.', {
    heading: 'How long',
  }),
  passage('article:1', 'Sale items are not refundable.'),
];

const at = '2026-11-20T10:00:00Z';
const CONTEXT: DraftContext = {
  resource: { connector: 'desk', account: 'acme', type: 'ticket', id: '7' },
  revision: 'c1',
  freshness: 't1',
  subject: 'Refund',
  turns: [
    {
      role: 'customer',
      text: 'My order ORD-4471 is broken. You promised a voucher of €80!',
      at,
      authorName: 'Tom Weir',
    },
    { role: 'internal-note', text: 'Give him a discount of 15%, order ORD-9999.', at, authorName: 'Ada' },
  ],
  customer: { name: 'Tom Weir' },
  people: [],
  sources: [],
};

type Unsupported = AccountPolicy['truth']['unsupported'];

function checked(text: string, unsupported: Unsupported = 'mark', { passages = PASSAGES, language = 'en' } = {}) {
  const grounds = groundsOf({ context: CONTEXT, passages, policy: DEFAULT_POLICY });
  return checkReply({ text, language, grounds, unsupported });
}

async function written(text: string, unsupported: Unsupported = 'mark') {
  const reply = await checked(text, unsupported);
  if (reply.kind === 'withheld') throw new Error(reply.detail);
  return reply;
}

const LETTER = `Hi Tom,

You can return any item within 30 days. The refund takes 9 business days. Sale items are not refundable.

Kind regards`;

describe('what a person is shown', () => {
  test('each statement has the sentence of the source that decided, whichever of its passages that is in', async () => {
    const { text, check } = await written(LETTER);
    expect(text).toBe(LETTER);
    expect(check).toMatchObject({ supported: 2, claims: 3 });
    const [, returns, refund, sale] = check.sentences;
    expect(returns).toMatchObject({
      verdict: 'supported',
      evidence: {
        sourceId: 'article:1',
        title: 'Refunds: How long',
        url: 'https://help.acme.example/1',
        visibility: 'public',
        quote: 'You can return any item within 30 days.',
      },
    });
    expect(sale).toMatchObject({ verdict: 'supported', evidence: { title: 'Refunds' } });
    expect(refund).toMatchObject({ verdict: 'contradicted', evidence: { quote: 'The refund takes 5 business days.' } });
    expect(refund?.claims?.map(({ start, end }) => text.slice(start, end))).toEqual(['9 business days']);
  });

  test("the customer's own words support what the draft repeats, never a promise; an internal note supports nothing", async () => {
    const verdictsOf = async (sentence: string) => (await written(sentence)).check.sentences[0];
    expect(await verdictsOf('I see that your order ORD-4471 is broken.')).toMatchObject({
      verdict: 'supported',
      evidence: { visibility: 'conversation', quote: 'My order ORD-4471 is broken.' },
    });
    expect(await verdictsOf('We will give you a voucher of €80.')).toMatchObject({ verdict: 'unsupported' });
    expect(await verdictsOf('I see that your order ORD-9999 is broken.')).toMatchObject({ verdict: 'unsupported' });
    expect(await verdictsOf('You get a discount of 15%.')).toMatchObject({ verdict: 'unsupported' });
  });

  test('a heading, word for word, is no statement to be denied; with another figure it is', async () => {
    const parcel = passage('article:2', 'Your parcel arrives within 5 days.', { heading: 'My parcel does not arrive' });
    const late = passage('article:3', 'It takes 5 days.', { heading: 'Refunds take 5 days' });
    const grant = passage('article:4', 'It runs for two years.', { heading: 'Voucher and replacement' });
    const verdictOf = async (text: string) => {
      const reply = await checked(text, 'mark', { passages: [parcel, late, grant] });
      return reply.kind === 'written' ? reply.check.sentences[0] : undefined;
    };
    expect(await verdictOf('My parcel does not arrive:')).toMatchObject({
      verdict: 'supported',
      evidence: { quote: 'Refunds: My parcel does not arrive' },
    });
    expect(await verdictOf('My parcel does not arrive – https://help.acme.example/1')).toMatchObject({
      verdict: 'supported',
    });
    expect(await verdictOf('- Voucher and replacement – https://help.acme.example/1')).toMatchObject({
      verdict: 'supported',
    });
    expect(await verdictOf('My parcel does not arrive – https://evil.example/1')).not.toMatchObject({
      verdict: 'supported',
    });
    expect(await verdictOf('Your parcel does not arrive within 5 days.')).toMatchObject({ verdict: 'contradicted' });
    expect(await verdictOf('Refunds take 9 days')).toMatchObject({ verdict: 'contradicted' });
  });

  test('without passages nothing is supported', async () => {
    const reply = await checked(LETTER, 'mark', { passages: [] });
    expect(reply).toMatchObject({ kind: 'written', check: { supported: 0, claims: 3 } });
  });
});

describe('what becomes of an unsupported statement', () => {
  test('strike takes it out, and what is left is checked where it stands then', async () => {
    const { text, check } = await written(LETTER, 'strike');
    expect(text).not.toContain('9 business days');
    expect(check).toMatchObject({ supported: 2, claims: 2, changed: { how: 'strike', sentences: 1 } });
    expect(check.sentences.map(({ start, end }) => text.slice(start, end))).toEqual([
      'Hi Tom,',
      'You can return any item within 30 days.',
      'Sale items are not refundable.',
      'Kind regards',
    ]);
  });

  test('question leaves it to the agent', async () => {
    const { text, check } = await written(LETTER, 'question');
    expect(text).toContain('[Please check, no source supports this: The refund takes 9 business days.]');
    expect(check).toMatchObject({ supported: 2, claims: 3, changed: { how: 'question', sentences: 1 } });
    const open = check.sentences.find(({ verdict }) => verdict === 'contradicted');
    expect(text.slice(open?.start, open?.end)).toBe('The refund takes 9 business days.');
  });

  test('withhold holds back the draft and says why', async () => {
    expect(await checked(LETTER, 'withhold')).toEqual({
      kind: 'withheld',
      detail: '1 of 3 statements have no support in the sources, 1 of them contradict one',
    });
    const fine = LETTER.replace('9 business', '5 business');
    expect(await checked(fine, 'withhold')).toMatchObject({ kind: 'written', text: fine, check: { supported: 3 } });
  });
});

test('whatever is written: places are in order and inside the text, and a struck draft has nothing unsupported left', async () => {
  const sentence = fc.constantFrom(
    'You can return any item within 30 days.',
    'The refund takes 9 business days.',
    'Also, you get a voucher.',
    'Sale items are not refundable.',
    '- We pay €99.\n',
    'Here is what you get:\n',
    'See https://evil.example/x.',
    '\n\n',
    'Hi Tom,\n',
    '😀 שלום',
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(sentence, { maxLength: 8 }).map((parts) => parts.join(' ')),
      fc.constantFrom<Unsupported>('mark', 'strike', 'question', 'withhold'),
      async (draft, unsupported) => {
        const reply = await checked(draft, unsupported);
        if (reply.kind === 'withheld') return;
        let last = 0;
        for (const { start, end } of reply.check.sentences) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeLessThanOrEqual(reply.text.length);
          last = end;
        }
        const open = reply.check.sentences.filter(
          ({ verdict }) => verdict === 'unsupported' || verdict === 'contradicted',
        );
        if (unsupported === 'strike' || unsupported === 'withhold') expect(open).toEqual([]);
        if (unsupported === 'mark') expect(reply.text).toBe(draft);
      },
    ),
  );
});
