import { DEFAULT_POLICY, type DraftContext, type Passage } from '@draftsmith/contracts';
import { composeReply } from '@draftsmith/offline-drafter';
import { expect, test } from 'vitest';
import { checkReply } from './check-reply.ts';
import { groundsOf } from './grounds.ts';

const REFUNDS = {
  en: ['How long does a refund take?', 'A refund takes 5 working days after we receive the returned goods.'],
  ru: ['Сколько дней занимает возврат денег?', 'Возврат денег занимает 5 рабочих дней после получения товара.'],
  de: [
    'Wie lange dauert die Rückerstattung?',
    'Die Rückerstattung dauert 5 Werktage, nachdem die Ware bei uns eingetroffen ist.',
  ],
  es: ['¿Cuánto tarda el reembolso?', 'El reembolso tarda 5 días hábiles después de que recibamos el producto.'],
  fr: [
    'Combien de temps prend le remboursement ?',
    'Le remboursement prend 5 jours ouvrés après réception du produit.',
  ],
  pt: ['Quanto tempo demora o reembolso?', 'O reembolso demora 5 dias úteis depois de recebermos o produto.'],
} as const;
const ANGRY = {
  en: 'unacceptable',
  ru: 'безобразие',
  de: 'unverschämt',
  es: 'inaceptable',
  fr: 'inadmissible',
  pt: 'inaceitável',
};

const cases = Object.entries(REFUNDS).flatMap(([language, [question, answer]]) =>
  ['', `${ANGRY[language as keyof typeof ANGRY]}! `].map((mood) => ({ language, question: mood + question, answer })),
);

test.each(cases)('what the offline drafter writes in $language is all supported: $question', async (given) => {
  const { language, question, answer } = given;
  const passage: Passage = {
    sourceId: 'article:1',
    sourceTitle: question,
    sourceKind: 'article',
    text: answer,
    url: 'https://help.acme.example/hc/articles/401',
    locale: language,
    visibility: 'public',
    confidence: 1,
  };
  const composed = composeReply({
    language,
    questions: [question],
    passages: [passage],
    customerName: 'Anna',
    signature: 'Ann',
  });
  if (composed.kind !== 'reply') throw new Error(composed.detail);
  const context = {
    subject: question,
    turns: [],
    customer: { name: 'Anna' },
    people: [],
    resource: { account: 'acme' },
  };
  const grounds = groundsOf({
    context: context as unknown as DraftContext,
    passages: [passage],
    signature: 'Ann',
    policy: DEFAULT_POLICY,
  });
  const text = composed.text.replace(/ ?\[\d\]/g, '');
  const reply = await checkReply({ text, language, grounds, unsupported: 'mark' });
  if (reply.kind !== 'written') throw new Error(reply.detail);
  const open = reply.check.sentences.filter(({ verdict }) => verdict === 'unsupported' || verdict === 'contradicted');
  expect(open.map(({ start, end }) => text.slice(start, end))).toEqual([]);
  expect(reply.check.claims).toBeGreaterThan(0);
});
