import type { DraftContext } from '@draftsmith/contracts';
import { describe, expect, test } from 'vitest';
import { attachmentsOf, languageOf, readQuestion } from './question.ts';

const at = '2026-11-20T10:00:00Z';

function contextOf(
  text: string,
  { subject = 'Request', more = {} }: { subject?: string; more?: object } = {},
): DraftContext {
  return {
    resource: { connector: 'desk', account: 'acme', type: 'ticket', id: '7' },
    revision: 'c1',
    freshness: 't1',
    subject,
    turns: [{ role: 'customer', text, at }],
    customer: {},
    people: [],
    sources: [],
    ...more,
  };
}

const skip = (reason: string) => ({ kind: 'skip', reason });

describe('thanks need no answer', () => {
  test.each([
    ['en', 'Thank you so much, that solved it!'],
    ['ru', 'Большое спасибо, всё получилось!'],
    ['de', 'Vielen Dank, das hat funktioniert!'],
    ['es', '¡Muchas gracias, ya funciona!'],
    ['fr', 'Merci beaucoup, ça marche !'],
    ['pt', 'Muito obrigado, resolveu!'],
  ])('%s', (_, text) => {
    expect(readQuestion(contextOf(text))).toEqual(skip('thanks-only'));
  });
});

describe('nobody reads an answer to somebody out of office', () => {
  test.each([
    ['en', 'Automatic reply: Request', 'I am out of the office until 3 December and will answer your mail afterwards.'],
    ['ru', 'Автоответ: Request', 'Меня нет в офисе до 3 декабря. Отвечу на ваше письмо после возвращения.'],
    ['de', 'Abwesenheitsnotiz: Request', 'Ich bin bis zum 3. Dezember nicht im Büro und antworte danach.'],
    [
      'es',
      'Respuesta automática: Request',
      'Estoy fuera de la oficina hasta el 3 de diciembre. Responderé a mi regreso.',
    ],
    [
      'fr',
      'Réponse automatique : Request',
      'Je suis absent du bureau jusqu’au 3 décembre et vous répondrai à mon retour.',
    ],
    ['pt', 'Resposta automática: Request', 'Estou fora do escritório até 3 de dezembro. Respondo quando voltar.'],
  ])('%s', (_, subject, text) => {
    expect(readQuestion(contextOf(text, { subject }))).toEqual(skip('auto-reply'));
    // Many systems keep the ticket's own subject.
    expect(readQuestion(contextOf(text))).toEqual(skip('auto-reply'));
  });
});

test.each([
  [
    'bounce',
    'Delivery Status Notification (Failure)',
    'Your message to ann@example.com could not be delivered. 550 5.1.1',
  ],
])('a %s is no question', (_, subject, text) => {
  expect(readQuestion(contextOf(text, { subject }))).toMatchObject({ kind: 'skip', reason: 'auto-reply' });
});

test.each([
  ['Thanks! But how do I get my refund?'],
  ['Спасибо, а когда придёт возврат?'],
  ['I will be out of the office next week: can you deliver before that?'],
])('a question with thanks or an absence in it is a question: %s', (text) => {
  expect(readQuestion(contextOf(text)).kind).toBe('question');
});

test('the language is that of the message, not that of the profile, nor of what it quotes', () => {
  const quoting =
    'Wann kommt meine Bestellung endlich an?\n\nOn Mon, 16 Nov 2026 Support wrote:\n> Your order is on its way and will arrive soon, as we told you before.';
  const more = { customer: { locale: 'en-US' } };
  expect(languageOf(contextOf(quoting, { more }))).toBe('de');
  expect(languageOf(contextOf('', { more }))).toBe(null);
});

test('attachments are those since the last public answer', () => {
  const file = (name: string) => ({ name, contentType: 'image/png', bytes: 1 });
  const turns = [
    { role: 'customer', text: 'a', at, attachments: [file('old.png')] },
    { role: 'agent', text: 'b', at },
    { role: 'customer', text: 'c', at, attachments: [file('one.png'), file('two.png')] },
    { role: 'internal-note', text: 'd', at, attachments: [file('ours.png')] },
    { role: 'customer', text: 'e', at },
  ] as const;
  expect(attachmentsOf({ turns }).map(({ name }) => name)).toEqual(['one.png', 'two.png']);
});
