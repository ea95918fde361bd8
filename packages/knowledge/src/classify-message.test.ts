import { describe, expect, test } from 'vitest';
import { classifyMessage } from './classify-message.ts';

const kind = (text: string, subject = '') => classifyMessage(text, { subject }).kind;

describe('thanks and nothing else', () => {
  test.each([
    'Thanks!',
    'Thank you so much, it works now.',
    'Perfect, thanks a lot for your quick help!',
    'Thanks for the refund, much appreciated. Have a nice day!',
    'Hi Anna, thank you for the fast reply. All fixed now!',
    'Great, problem solved. Cheers',
    'Thanks, no further questions. You can close the ticket.',
    'Thank you again!\n\nBob',
    'ok thx',
    'Solved!',
    'Ok 👍',
    'They fit, thank you very much Ingrid, you made my day!',
    'Die Handschuhe sind da und passen super. Danke!\n\nLG Jana',
    'Спасибо большое!',
    'Спасибо, всё заработало!',
    'Благодарю за быстрый ответ, вопрос решён.',
    'Здравствуйте, Мария! Спасибо огромное за помощь, посылка пришла. Хорошего дня!',
    'Супер, спасибо, всё получилось',
    'Вопросов больше нет, спасибо!',
    'Vielen Dank!',
    'Danke für die schnelle Hilfe, jetzt funktioniert alles.',
    'Super, hat geklappt, danke!',
    'Hallo Herr Weber, herzlichen Dank für Ihre Mühe. Schönes Wochenende!',
    'Paket ist angekommen, vielen Dank',
    'Muchas gracias, todo resuelto.',
    'Gracias por la rápida respuesta. ¡Buen fin de semana!',
    '¡Perfecto, muchísimas gracias por su ayuda!',
    'Ya funciona, gracias',
    'Merci beaucoup, tout fonctionne maintenant !',
    "Merci pour votre aide, c'est parfait. Bonne journée",
    'Muito obrigada, já funcionou!',
    'Obrigado pela ajuda, resolvido. Bom fim de semana!',
  ])('%s', (text) => {
    expect(kind(text)).toBe('thanks-only');
  });
});

describe('thanks that still ask', () => {
  test.each([
    'Thanks, but it still does not work',
    'Thank you! And when will the refund arrive?',
    'Thanks in advance',
    'Thanks. Cancel my subscription.',
    'Thanks, please also change my address',
    'Thanks for nothing.',
    'Thank you for your reply. I have attached the photos you asked for.',
    'Thanks, cancel my order',
    'Great, thanks. One more thing: the zipper is broken.',
    "Thanks, I'll try it and my order number is 4482",
    'Thanks for the label, the parcel went out on Monday and I have been waiting for the money since',
    'thanks my new address is 5 Hill Street',
    'Thank you for the answer, it only works on my phone',
    'Спасибо, а когда придёт возврат?',
    'Спасибо, но ничего не изменилось',
    'Спасибо за ответ. Пришлите счёт на компанию',
    'Заранее спасибо',
    'Спасибо, отменяйте подписку',
    'Благодарю, номер заказа 55102, жду',
    'Danke, aber es geht immer noch nicht',
    'Danke im Voraus',
    'Vielen Dank für die Antwort. Wann kommt denn das Paket',
    'Danke, dann stornieren Sie die Bestellung',
    'Vielen Dank! Leider fehlt die zweite Tasche.',
    'Gracias, pero sigue sin funcionar',
    'Gracias de antemano',
    'Muchas gracias. ¿Y cuándo llega el reembolso?',
    'Gracias, cancelen el pedido',
    'Merci, mais ça ne marche toujours pas',
    "Merci d'avance",
    'Merci. Et pour la facture ?',
    'Obrigado, mas ainda não funciona',
    'Obrigada desde já',
    'Obrigado. Quando chega a encomenda?',
    'Where is my order? Thanks',
    'Hola',
    '',
  ])('%s', (text) => {
    expect(kind(text)).toBe('question');
  });
});

describe('machines', () => {
  test.each([
    ['I am out of the office until Monday with no access to email.', 'Automatic reply: Your order'],
    ['This is an automated response. We have received your message.', 'Re: your ticket'],
    ['I will be on annual leave from 3 to 10 May. In urgent cases please contact my colleagues.', 'Re: Ticket 12'],
    ['Delivery to the following recipient failed permanently.', 'Delivery Status Notification (Failure)'],
    ['The address could not be reached.', 'Undeliverable: Re: Invoice'],
    ['Я в отпуске до 12 августа, отвечу после возвращения.', 'Автоответ: Ваш заказ'],
    ['Это автоматический ответ, отвечать на него не нужно.', 'Re: заказ'],
    ['Ich bin bis zum 5. Mai nicht im Büro. Bitte wenden Sie sich an meine Vertretung.', 'Abwesenheitsnotiz: Rechnung'],
    ['Dies ist eine automatische Antwort.', 'AW: Bestellung'],
    ['Estaré fuera de la oficina hasta el lunes.', 'Respuesta automática: Pedido'],
    ["Je suis absente jusqu'au 4 mai.", 'Réponse automatique : commande'],
    ['Estarei de férias até 10 de agosto.', 'Resposta automática: pedido'],
  ])('%s', (text, subject) => {
    expect(kind(text, subject)).toBe('auto-reply');
  });

  test.each([
    ["I'm out of office until Monday, can you deliver on Tuesday instead?", 'Delivery date'],
    ['How do I switch on the automatic reply in your app?', 'Automatic reply does not work'],
    ['Can I set an out-of-office message?', 'Out of office message'],
    ['The confirmation e-mail was not delivered to my inbox', 'No e-mail'],
    ['Ich bin im Urlaub, wohin kann das Paket umgeleitet werden?', 'Lieferung'],
    ['Я в отпуске до пятницы, можно перенести доставку?', 'Доставка'],
  ])('people: %s', (text, subject) => {
    expect(kind(text, subject)).toBe('question');
  });
});

describe('spam', () => {
  test.each([
    'I came across your website and we can bring it to the first page of Google. Free audit!',
    'We offer guest posts and backlinks at affordable prices. Reply YES if interested.',
    'You have won 1 million dollars in our lottery. Click here to claim your prize.',
    'Make money online with bitcoin, guaranteed profit! Contact me on Telegram t.me/profit',
    'Dear valued customer, you have been chosen for our token presale. 100% guaranteed!',
    'Estimado propietario del sitio web: nº 1 de los buscadores, solo hoy',
    'Hot singles near you, click here now',
    'Предлагаем вам продвижение сайта в топ 10 Яндекса, выгодное предложение',
    'Заработок от 5000 в день, казино и ставки на спорт, переходи по ссылке',
    'Wir bieten Ihnen Suchmaschinenoptimierung, Ihre Seite auf Seite 1 bei Google',
    'Ofrecemos posicionamiento web, su empresa en la primera página de Google',
    'Nous vous proposons le référencement naturel de votre site, devis gratuit',
    'Oferecemos marketing e colocamos você na primeira página do Google',
  ])('%s', (text) => {
    expect(kind(text)).toBe('spam');
  });

  test.each([
    'Why do you send me spam? I want to unsubscribe from your newsletter.',
    'Can I pay with Bitcoin?',
    'I won a voucher in your competition, how do I redeem it?',
    'Your site is not on Google any more, is the shop closed?',
    'The link in your mail says click here but nothing happens',
    'Kann ich die Rechnung per WhatsApp bekommen?',
    'Do you offer a discount for companies? We found your website last week.',
  ])('honest: %s', (text) => {
    expect(kind(text)).toBe('question');
  });
});

test('the reasons name cues, never words of the message', () => {
  expect(classifyMessage('Anna is away', { subject: 'Automatic reply: hello' })).toEqual({
    kind: 'auto-reply',
    reasons: ['automatic-subject'],
  });
});
