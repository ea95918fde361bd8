import type { Passage } from '@draftsmith/contracts';
import { describe, expect, it } from 'vitest';
import { dropSentences } from './drop-sentences.ts';
import { languagePack } from './phrases/index.ts';
import { UNFILLED } from './phrases/language-pack.ts';

function drop(language: string, sourceKind: Passage['sourceKind'], ...body: string[]) {
  const pack = languagePack(language);
  if (!pack) throw new Error(language);
  const passage = {
    sourceId: '1',
    sourceTitle: '',
    sourceKind,
    text: '',
    visibility: 'public',
    confidence: 1,
  } as const;
  return dropSentences(body, passage, pack)?.body;
}

const KEPT: Record<string, string> = {
  en: 'Refunds take five to ten business days to show up on your card.',
  ru: 'Деньги возвращаются на карту в течение пяти или десяти рабочих дней.',
  de: 'Die Rückzahlung ist nach fünf bis zehn Werktagen auf Ihrem Konto.',
  es: 'El reembolso tarda de cinco a diez días laborables en llegar a la tarjeta.',
  fr: 'Le remboursement apparaît sous cinq à dix jours ouvrés sur votre carte.',
  pt: 'O reembolso leva de cinco a dez dias úteis para aparecer no seu cartão.',
};

describe('what was done for one customer is not repeated to the next', () => {
  it.each([
    ['en', 'I have refunded your card.'],
    ['en', 'I have opened a trace today.'],
    ['ru', 'Сегодня мы начали розыск.'],
    ['de', 'Ich habe heute einen Auftrag gestellt.'],
    ['en', 'We just cancelled it.'],
    ['en', 'Your order has been shipped.'],
    ['ru', 'Я оформила возврат.'],
    ['ru', 'Мы уже отправили замену.'],
    ['ru', 'Ваш заказ отменён.'],
    ['de', 'Ich habe den Betrag erstattet.'],
    ['de', 'Ihr Abo wurde gekündigt.'],
    ['es', 'Hemos cancelado la suscripción.'],
    ['es', 'Su pedido ha sido enviado.'],
    ['fr', 'Nous avons remboursé le montant.'],
    ['pt', 'Já cancelamos a assinatura.'],
  ])('%s: %s', (language, claim) => {
    const kept = KEPT[language] ?? '';
    expect(drop(language, 'past-reply', `${claim} ${kept}`)).toEqual([kept]);
    expect(drop(language, 'macro', `${kept} ${claim}`)).toEqual([kept]);
    // A macro that begins with its deed rests on it.
    expect(drop(language, 'macro', `${claim} ${kept}`)).toBeUndefined();
    expect(drop(language, 'article', `${claim} ${kept}`)).toEqual([`${claim} ${kept}`]);
  });

  it.each([
    ['en', 'Once your order has been shipped, we send a link.'],
    ['ru', 'Когда возврат будет оформлен, мы напишем.'],
    ['de', 'Sobald Ihr Paket versendet wurde, erhalten Sie einen Link.'],
    ['es', 'Cuando el pedido ha sido enviado, recibirá un enlace.'],
  ])('a condition is no claim (%s)', (language, text) => {
    expect(drop(language, 'macro', text)).toEqual([text]);
  });

  it.each([
    'Your order #48213 is on its way.',
    'Write to anna@example.com for this.',
    'The parcel DE29384756 is late.',
    'It arrives on 12.03.2026.',
    'Ask [PERSON_2] about it.',
    'Call 030 555 0100 now.',
  ])('drops the details of a past reply: %s', (detail) => {
    expect(drop('en', 'past-reply', `${detail} ${KEPT.en}`)).toEqual([KEPT.en]);
  });

  it.each<[string, string]>([
    ['en', 'We have 30 days for this.'],
    ['ru', 'Мы ответим в течение недели.'],
    ['de', 'Wir haben montags ab neun Uhr geöffnet.'],
    ['de', 'Sie haben das Abo gekündigt und wollen zurück?'],
    ['es', 'Hemos recibido su mensaje.'],
  ])('is not taken for a claim (%s): %s', (language, text) => {
    expect(drop(language, 'macro', text)).toEqual([text]);
  });

  it.each(['It costs 12,50 € a month.', 'Version 4.2.1 fixes this.', 'You have 30 days, until 2027.'])(
    'keeps %s',
    (text) => {
      expect(drop('en', 'past-reply', text)).toEqual([text]);
    },
  );

  it('keeps numbers and addresses of macros and articles', () => {
    expect(drop('en', 'macro', 'Write to help@example.com or call 030 555 0100.')).toHaveLength(1);
  });
});

describe('holes', () => {
  it('drops the sentence around an unfilled placeholder', () => {
    expect(drop('en', 'macro', `${KEPT.en} Your number is ${UNFILLED}.`)).toEqual([KEPT.en]);
  });

  it('keeps the clause before a semicolon', () => {
    expect(drop('en', 'macro', `Just answer this mail; your ticket is ${UNFILLED}.`)).toEqual([
      'Just answer this mail.',
    ]);
  });

  it('gives up when a numbered list would lose a step', () => {
    expect(drop('en', 'macro', `${KEPT.en}\n1. Open it.\n2. Enter ${UNFILLED}.`)).toBeUndefined();
  });

  it('drops the line that led into a list when the list is gone', () => {
    expect(drop('en', 'macro', KEPT.en ?? '', `Your data:\n- ${UNFILLED}`)).toEqual([KEPT.en]);
  });

  it('gives up when little is left', () => {
    expect(drop('en', 'macro', `Yes. Your parcel with the number ${UNFILLED} is late.`)).toBeUndefined();
  });
});
