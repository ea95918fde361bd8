import type { Passage, ReplyMaterial } from '@draftsmith/contracts';
import { describe, expect, it } from 'vitest';
import { composeReply } from './compose.ts';

function passage(text: string, more: Partial<Passage> = {}): Passage {
  return {
    sourceId: 'm1',
    sourceTitle: 'A macro',
    sourceKind: 'macro',
    visibility: 'public',
    confidence: 0.8,
    text,
    ...more,
  };
}

function reply(material: ReplyMaterial, question: string): string {
  const composed = composeReply({ ...material, questions: [question] });
  if (composed.kind !== 'reply') throw new Error(composed.detail);
  return composed.text;
}

describe('a whole letter in each language', () => {
  it('English, from a macro with its own greeting, placeholders and sign-off', () => {
    const macro = passage(
      `Hi {{ticket.requester.first_name}},

Thanks for reaching out about your refund (ticket #{{ticket.id}}). Refunds go back to the card you paid with and take 5–10 business days to show up.

To start one, please send us:

• your order number
• a photo of the item

Let us know if you have any other questions.

Best regards,
{{current_user.name}}
Velora Support`,
    );
    expect(
      reply(
        { language: 'en', customerName: 'anna petrova', signature: 'Velora Support', passages: [macro] },
        'How do I get my money back?',
      ),
    ).toBe(`Hello Anna,

Thanks for reaching out about your refund.

Refunds go back to the card you paid with and take 5–10 business days to show up.

To start one, please send us:

- your order number
- a photo of the item

Let us know if you have any other questions.

Kind regards,
Velora Support`);
  });

  it('Russian, with a patronymic, for an angry customer, from an article', () => {
    const article = passage(
      'Письмо приходит в течение пяти минут. Если его нет, проверьте папку «Спам».\n\nСсылка действует 60 минут.',
      { sourceKind: 'article', sourceTitle: 'Сброс пароля', locale: 'ru', url: 'https://help.example.com/ru/3' },
    );
    expect(
      reply(
        { language: 'ru', customerName: 'ИВАН СЕРГЕЕВИЧ КУЗНЕЦОВ', signature: 'Команда Velora', passages: [article] },
        'Сколько можно! Письмо для сброса пароля не приходит',
      ),
    ).toBe(`Здравствуйте, Иван Сергеевич!

Спасибо, что написали нам. Приносим извинения за доставленные неудобства.

Письмо приходит в течение пяти минут. Если его нет, проверьте папку «Спам».

Ссылка действует 60 минут.

Подробнее об этом:
Сброс пароля – https://help.example.com/ru/3

Если останутся вопросы, просто ответьте на это письмо — мы с радостью поможем.

С уважением,
Команда Velora`);
  });

  it('German, formal, with a small letter after the greeting', () => {
    const article = passage(
      'Ihre Rechnung finden Sie unter Konto › Bestellungen als PDF, z. B. für den Firmenkauf. Sie gilt auch als Garantienachweis.',
      { sourceKind: 'article', sourceTitle: 'Rechnungen', locale: 'de', url: 'https://help.example.com/de/9' },
    );
    expect(
      reply(
        { language: 'de', customerName: 'Anna Schmidt', signature: 'Ihr Velora-Team', passages: [article] },
        'Wo finde ich meine Rechnung?',
      ),
    ).toBe(`Guten Tag Anna Schmidt,

vielen Dank für Ihre Nachricht.

Ihre Rechnung finden Sie unter Konto › Bestellungen als PDF, z. B. für den Firmenkauf. Sie gilt auch als Garantienachweis.

Alle Einzelheiten finden Sie hier:
Rechnungen – https://help.example.com/de/9

Wenn noch etwas unklar ist, antworten Sie einfach auf diese Nachricht – wir helfen Ihnen gerne weiter.

Mit freundlichen Grüßen
Ihr Velora-Team`);
  });

  it('German, informal, because the macro says du', () => {
    const macro = passage(
      'Hallo {{ticket.requester.first_name}},\n\nvielen Dank für deine Nachricht. Dein Abo kannst du jederzeit zum Monatsende kündigen.\n\nViele Grüße\n{{current_user.first_name}}',
    );
    expect(
      reply({ language: 'de', customerName: 'Anna Schmidt', passages: [macro] }, 'wie kündige ich mein abo?'),
    ).toBe(`Hallo Anna,

vielen Dank für deine Nachricht.

Dein Abo kannst du jederzeit zum Monatsende kündigen.

Wenn noch etwas unklar ist, antworte einfach auf diese Nachricht – wir helfen dir gerne weiter.

Viele Grüße`);
  });

  it('Spanish, in the familiar tone of the macro', () => {
    const macro = passage(
      'Hola {{ticket.requester.first_name}}:\n\nGracias por escribirnos. Si ves dos cargos por el mismo pedido, uno es una retención temporal del banco.\n\nUn saludo,\nEl equipo de Velora',
    );
    expect(
      reply(
        { language: 'es', customerName: 'José García', signature: 'El equipo de Velora', passages: [macro] },
        'Me han cobrado dos veces',
      ),
    ).toBe(`Hola, José:

Gracias por escribirnos.

Si ves dos cargos por el mismo pedido, uno es una retención temporal del banco.

Si te queda alguna duda, responde a este mensaje y te ayudaremos con mucho gusto.

Un saludo,
El equipo de Velora`);
  });

  it('French, with an apology for an angry customer', () => {
    const article = passage('Tous nos produits sont garantis deux ans. Envoyez-nous une photo du défaut.', {
      sourceKind: 'article',
      locale: 'fr-fr',
    });
    expect(
      reply(
        { language: 'fr', customerName: 'Claire Dubois', signature: 'L’équipe Velora', passages: [article] },
        'La fermeture est cassée, c’est inacceptable',
      ),
    ).toBe(`Bonjour Claire,

Merci pour votre message. Nous sommes désolés pour la gêne occasionnée.

Tous nos produits sont garantis deux ans. Envoyez-nous une photo du défaut.

Si un point reste à éclaircir, il vous suffit de répondre à ce message : nous vous aiderons avec plaisir.

Bien cordialement,
L’équipe Velora`);
  });

  it('Portuguese, from a macro that asks how the customer is', () => {
    const macro = passage(
      'Olá, {{ticket.requester.first_name}}! Tudo bem?\n\nObrigado pela mensagem. A troca de tamanho é gratuita nos primeiros 30 dias.\n\nQualquer dúvida, estamos à disposição.\n\nAbraços,\nEquipe Velora',
    );
    expect(
      reply(
        { language: 'pt-BR', customerName: 'João Silva', signature: 'Equipe Velora', passages: [macro] },
        'A jaqueta ficou pequena, como troco?',
      ),
    ).toBe(`Olá, João!

Obrigado pela mensagem.

A troca de tamanho é gratuita nos primeiros 30 dias.

Qualquer dúvida, estamos à disposição.

Atenciosamente,
Equipe Velora`);
  });
});

describe('what a letter is made of', () => {
  const delivery = passage('Standard delivery within the EU takes 3 to 5 business days.', {
    sourceId: 'a1',
    sourceKind: 'article',
    sourceTitle: 'Delivery times',
    locale: 'en-us',
    url: 'https://help.example.com/a/1',
    confidence: 0.6,
  });
  const address = passage('You can change the delivery address until the parcel has left our warehouse.', {
    sourceId: 'a2',
    sourceKind: 'article',
    sourceTitle: 'Changing your address',
    locale: 'en-us',
    url: 'https://help.example.com/a/2',
    confidence: 0.55,
  });

  it('answers two questions from two passages', () => {
    const composed = composeReply({
      language: 'en',
      passages: [delivery, address],
      questions: ['How many days does standard delivery to Spain take? And can I change the address of my parcel?'],
    });
    expect(composed).toMatchObject({ kind: 'reply', usedSourceIds: ['a1', 'a2'] });
    expect(composed.kind === 'reply' && composed.text).toContain(
      `As for your other question:\n\n${address.text}\n\nYou can find all the details here:\n- Delivery times – https://help.example.com/a/1\n- Changing your address – https://help.example.com/a/2`,
    );
  });

  it('leaves the second passage out when one question was asked', () => {
    const composed = composeReply({
      language: 'en',
      passages: [delivery, address],
      questions: ['How many days does standard delivery to Spain take?'],
    });
    expect(composed).toMatchObject({ usedSourceIds: ['a1'] });
  });

  it('prefers a ready reply to an article that fits about as well', () => {
    const macro = passage('Delivery takes up to a week.', { confidence: 0.56 });
    expect(composeReply({ language: 'en', passages: [delivery, macro], questions: ['delivery?'] })).toMatchObject({
      usedSourceIds: ['m1'],
    });
  });

  it('puts a passage under its heading', () => {
    const text = reply(
      { language: 'en', passages: [Object.assign({ heading: 'After dispatch' }, address)] },
      'address?',
    );
    expect(text).toContain(`After dispatch:\n\n${address.text}`);
  });

  it('takes its tone from the other passages when the quoted one addresses nobody', () => {
    const quoted = passage('Die Garantie gilt zwei Jahre auf alle Taschen.', { locale: 'de' });
    const other = passage('Du kannst deine Tasche bei uns reparieren lassen.', { locale: 'de', confidence: 0.4 });
    expect(reply({ language: 'de', passages: [quoted, other] }, 'Garantie Taschen Jahre')).toMatch(/^Hallo,/);
  });

  it('does not add a closing to a signature that has one', () => {
    const text = reply({ language: 'en', signature: 'Best wishes,\nThe team', passages: [delivery] }, 'delivery?');
    expect(text.endsWith('help.\n\nBest wishes,\nThe team')).toBe(true);
  });

  it('keeps a redaction surrogate as the name, to be restored later', () => {
    const text = reply({ language: 'en', customerName: '[PERSON_1]', passages: [delivery] }, 'delivery?');
    expect(text.startsWith('Hello [PERSON_1],')).toBe(true);
  });
});

describe('when it rather says nothing', () => {
  const said = (material: ReplyMaterial) => {
    const composed = composeReply({ ...material, questions: ['refund'] });
    return composed.kind === 'nothing' ? composed.detail : composed.text;
  };

  it.each<[string, ReplyMaterial, string]>([
    ['no passage', { language: 'en', passages: [] }, 'No passage matches the question'],
    [
      'a language without phrases',
      { language: 'pl', passages: [passage('Zwrot trwa 5 dni.')] },
      'does not write in "pl"',
    ],
    ['internal text only', { language: 'en', passages: [passage('x', { visibility: 'internal' })] }, 'internal'],
    ['another language', { language: 'en', passages: [passage('x', { locale: 'de' })] }, "customer's language (en)"],
    ['a weak match', { language: 'en', passages: [passage('x', { confidence: 0.2 })] }, 'well enough'],
    ['template logic', { language: 'en', passages: [passage('{% if a %}x{% endif %}')] }, 'cannot be reused'],
    ['only placeholders', { language: 'en', passages: [passage('Call {{ticket.account}} now.')] }, 'cannot be reused'],
  ])('%s', (_, material, detail) => {
    expect(said(material)).toContain(detail);
  });
});
