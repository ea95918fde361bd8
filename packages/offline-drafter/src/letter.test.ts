import { describe, expect, it } from 'vitest';
import { openLetter } from './letter.ts';
import { languagePack } from './phrases/index.ts';

function open(language: string, text: string) {
  const pack = languagePack(language);
  if (!pack) throw new Error(language);
  return openLetter(text, pack);
}

describe('openLetter', () => {
  it.each([
    ['en', 'Hello there, you can pay by card.', 'you can pay by card.'],
    ['en', 'Dear Mr. Smith,\n\nYou can pay by card.', 'You can pay by card.'],
    ['en', 'Hello, your parcel leaves today.', 'your parcel leaves today.'],
    ['en', 'Hi Anna,\n\nI hope you are well. You can pay by card.', 'You can pay by card.'],
    ['en', 'Highlights of the plan follow.', 'Highlights of the plan follow.'],
    ['ru', 'Добрый день, Анна Сергеевна! Оплатить можно картой.', 'Оплатить можно картой.'],
    ['ru', 'Уважаемый клиент!\n\nОплатить можно картой.', 'Оплатить можно картой.'],
    ['ru', 'Здравствуйте, ваш заказ едет.', 'ваш заказ едет.'],
    ['de', 'Sehr geehrte Damen und Herren,\n\ndie Zahlung erfolgt per Karte.', 'die Zahlung erfolgt per Karte.'],
    ['de', 'Hallo liebe Anna, die Zahlung erfolgt per Karte.', 'die Zahlung erfolgt per Karte.'],
    ['es', '¡Hola, Ana! Se puede pagar con tarjeta.', 'Se puede pagar con tarjeta.'],
    ['es', 'Estimado cliente:\n\nSe puede pagar con tarjeta.', 'Se puede pagar con tarjeta.'],
    ['fr', 'Bonjour Madame, Monsieur,\n\nLe paiement se fait par carte.', 'Le paiement se fait par carte.'],
    ['pt', 'Prezado cliente, o pagamento é por cartão.', 'o pagamento é por cartão.'],
  ])('takes the greeting off (%s: %s)', (language, text, body) => {
    expect(open(language, text).body).toEqual([body]);
  });

  it.each([
    ['en', 'Pay by card.\n\nBest regards,\nMaria\nThe team'],
    ['en', 'Pay by card.\n\nThanks!'],
    ['en', 'Pay by card.\n\nKind regards, Maria from support'],
    ['ru', 'Pay by card.\n\nС уважением,\nКоманда поддержки'],
    ['ru', 'Pay by card.\n\nХорошего дня!'],
    ['de', 'Pay by card.\n\nMit freundlichen Grüßen\n\nMaria Weber'],
    ['de', 'Pay by card.\n\nViele Grüße aus Köln'],
    ['es', 'Pay by card.\n\nUn cordial saludo,\nMaría'],
    ['fr', 'Pay by card.\n\nBien à vous,\nMarie'],
    ['pt', 'Pay by card.\n\nAtenciosamente,\nMaria'],
  ])('takes the closing off (%s: %s)', (language, text) => {
    expect(open(language, text)).toEqual({ body: ['Pay by card.'] });
  });

  it('keeps a thank-you that is part of the answer', () => {
    expect(open('en', 'Pay by card.\n\nThank you for your patience while the bank works.').body).toHaveLength(2);
  });

  it('sets thanks and offers aside', () => {
    expect(
      open('en', 'Thanks for writing. We are sorry about the delay. It takes 5 days.\n\nLet us know if it is late.'),
    ).toEqual({
      opener: 'Thanks for writing. We are sorry about the delay.',
      body: ['It takes 5 days.'],
      offer: 'Let us know if it is late.',
    });
  });
});
