import { describe, expect, test } from 'vitest';
import { checkDraft } from '../check-draft.ts';
import { applyPolicy } from './apply-policy.ts';
import { askable, mergeOpinions } from './second-opinion.ts';
import { summary } from './summary.ts';

const SOURCES = [
  {
    id: 'a',
    text: 'You can return any item within 30 days. The refund takes 5 business days. Sale items are not refundable. Open Settings and choose Returns.',
  },
];
const check = (text: string, language = 'en') => checkDraft({ text, language }, SOURCES);
const apply = (text: string, policy: Parameters<typeof applyPolicy>[2]) => applyPolicy(check(text), text, policy);

const LETTER = `Hi Tom,

You can return any item within 30 days. You also get a voucher. Also, the refund takes 5 business days.

Kind regards
Ann`;

describe('strike', () => {
  test('takes the sentence out, and the "also" that leaned on it', () => {
    expect(apply(LETTER, 'strike')).toEqual({
      outcome: 'written',
      changed: 1,
      text: 'Hi Tom,\n\nYou can return any item within 30 days. The refund takes 5 business days.\n\nKind regards\nAnn',
    });
  });

  test('leaves no bullet without text and counts a list on', () => {
    const text =
      'You can return any item within 30 days:\n1. Open Settings and choose Returns.\n2. Send €99 to Bob.\n3. The refund takes 5 business days.\n';
    expect(apply(text, 'strike')).toMatchObject({
      text: 'You can return any item within 30 days:\n1. Open Settings and choose Returns.\n2. The refund takes 5 business days.\n',
    });
  });

  test('takes out the lead-in of a list that has gone', () => {
    const text =
      'You can return any item within 30 days.\n\nHere is what you get:\n- A voucher of €99.\n- A free bicycle.\n\nThe refund takes 5 business days.';
    expect(apply(text, 'strike')).toMatchObject({
      text: 'You can return any item within 30 days.\n\nThe refund takes 5 business days.',
    });
  });

  test('a letter of courtesies alone is held back', () => {
    expect(apply('Hi Tom,\nYou get a voucher.\nKind regards', 'strike')).toMatchObject({ outcome: 'withheld' });
  });
});

test('mark leaves every text as it is', () => {
  expect(apply(LETTER, 'mark')).toEqual({ outcome: 'written', text: LETTER, changed: 0, check: check(LETTER) });
});

test("question puts a note for the agent in the draft's language", () => {
  const text = 'Вернуть товар можно в течение 90 дней.';
  expect(applyPolicy(check(text, 'ru'), text, 'question')).toMatchObject({
    text: '[Проверьте, источник этого не подтверждает: Вернуть товар можно в течение 90 дней.]',
  });
});

test('a question keeps its verdict, and every place of the check moves with its sentence', () => {
  const text = `Hi Tom,\n\n- Sale items are refundable.\n- You get €99.\n\nThe refund takes 5 business days.`;
  const before = check(text);
  const result = applyPolicy(before, text, 'question');
  if (result.outcome !== 'written') throw new Error(result.reason);
  expect(result.changed).toBe(2);
  const after = result.check?.sentences ?? [];
  expect(after.map(({ verdict }) => verdict)).toEqual(before.sentences.map(({ verdict }) => verdict));
  for (const { text: sentence, start, end, claims } of after) {
    expect(result.text.slice(start, end)).toBe(sentence);
    for (const claim of claims) expect(result.text.slice(claim.start, claim.end)).toBe(claim.text);
  }
});

test('withhold says why', () => {
  expect(apply(LETTER, 'withhold')).toEqual({
    outcome: 'withheld',
    reason: '1 of 3 statements have no support in the sources',
  });
});

describe('a second opinion', () => {
  const TEXT = 'Our monkeys like bananas. You can return any item within 90 days. You get a voucher.';
  test('is asked about what no source can settle, and only that', () => {
    expect(askable(check(TEXT)).map(({ text }) => text)).toEqual(['Our monkeys like bananas.']);
  });

  test('supports its sentence and never overrules a contradiction', () => {
    const judged = check(TEXT);
    const merged = mergeOpinions(judged, new Map(judged.sentences.map(({ start }) => [start, 'supported'])));
    expect(merged.sentences.map(({ verdict }) => verdict)).toEqual(['supported', 'contradicted', 'unsupported']);
    expect(merged).toMatchObject({ supported: 1, claims: 3 });
    expect(merged.sentences[0]).toMatchObject({ secondOpinion: 'supported' });
  });
});

test.each([
  [14, 15, 'en', '14 of 15 statements supported'],
  [1, 1, 'de', '1 of 1 statement supported'],
  [0, 0, 'en', 'No statements to check'],
  [14, 15, 'ru', 'Подтверждено 14 из 15 утверждений'],
  [20, 21, 'ru', 'Подтверждено 20 из 21 утверждения'],
  [10, 11, 'ru-RU', 'Подтверждено 10 из 11 утверждений'],
])('%d of %d in %s', (supported, claims, language, text) => {
  expect(summary({ supported, claims }, language)).toEqual({ supported, claims, text });
});
