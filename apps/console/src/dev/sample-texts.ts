import type { Citation, ConversationTurn } from '@draftsmith/contracts';

/** A conversation with the draft that answers it. Times of the turns are set where the sample is placed in time. */
export interface Texts {
  subject: string;
  turns: readonly ConversationTurn[];
  draft: string;
  citations: readonly Citation[];
}

const customer = (authorName: string, text: string): ConversationTurn => ({
  role: 'customer',
  authorName,
  text,
  at: '',
});
const agent = (authorName: string, text: string): ConversationTurn => ({ role: 'agent', authorName, text, at: '' });
const note = (authorName: string, text: string): ConversationTurn => ({
  role: 'internal-note',
  authorName,
  text,
  at: '',
});

const REFUND_DRAFT_EN = `Hi Hannah,

I am sorry the rear light arrived with a cracked lens. You can send it back free of charge within 30 days of delivery, and your refund goes out within 5 working days after the parcel reaches us. It returns to the card you paid with.

To start, open "My orders", choose order 20431 and press "Return an item". The label comes by e-mail right away.

If you would rather have a replacement, tell me and I will send one today.

Kind regards,
The Larkspur team`;

export const REFUND_EN: Texts = {
  subject: 'Rear light arrived broken, want my money back',
  turns: [
    customer(
      'Hannah Whitfield',
      'Hi, my Ember rear light came today and the lens is cracked right through. Order 20431. I do not want another one, I want my money back. How does that work and how long does it take?\n\nHannah',
    ),
    note('Tomas Berg', 'Second cracked lens from this batch this week, see #4098. I have told the warehouse.'),
    note('Draftsmith', `${REFUND_DRAFT_EN}\n\nSources\n1. Returns and refunds\n2. Damaged on arrival`),
  ],
  draft: REFUND_DRAFT_EN,
  citations: [
    {
      sourceId: 'article:301',
      kind: 'article',
      title: 'Returns and refunds',
      url: 'https://help.example.com/en-us/articles/301',
      visibility: 'public',
      excerpt:
        'You can return any item within 30 days of delivery. Refunds are made to the original payment method within 5 working days after the parcel has reached us.',
    },
    {
      sourceId: 'macro:17',
      kind: 'macro',
      title: 'Damaged on arrival',
      visibility: 'internal',
      excerpt: 'Apologise, offer a free return label, and offer a replacement sent the same day as the alternative.',
    },
  ],
};

export const REFUND_RU: Texts = {
  subject: 'Хочу вернуть шлем: не подошёл размер, а кнопка возврата в личном кабинете не нажимается',
  turns: [
    customer(
      'Екатерина Воронцова-Дашкевич',
      'Здравствуйте! Заказала шлем размера M, а он мал. Хотела оформить возврат, но кнопка в личном кабинете серая. Заказ 20388, получила позавчера. Что делать?',
    ),
  ],
  draft: `Здравствуйте, Екатерина!

Вернуть товар можно в течение 30 дней со дня получения. Если кнопка возврата недоступна, обновите страницу через час после получения заказа: статус доставки обновляется не сразу.

Обмен на другой размер бесплатный: в заявке на возврат выберите «Обменять» и укажите нужный размер.

С уважением,
команда Larkspur`,
  citations: [
    {
      sourceId: 'article:412',
      kind: 'article',
      title: 'Возврат и обмен',
      url: 'https://help.example.com/ru/articles/412',
      visibility: 'public',
      excerpt: 'Вернуть товар можно в течение 30 дней со дня получения. Обмен на другой размер бесплатный.',
    },
  ],
};

export const SHIPPING_DE: Texts = {
  subject: 'Bestellung 20402 seit zwölf Tagen unterwegs – Sendungsverfolgungsnummernabfrage ohne Ergebnis',
  turns: [
    customer(
      'Annegret Löffelholz',
      'Guten Tag,\n\nmeine Bestellung 20402 soll seit zwölf Tagen unterwegs sein. Die Sendungsverfolgung zeigt nichts an. Wann kommt das Paket?\n\nMit freundlichen Grüßen\nA. Löffelholz',
    ),
    agent('Mira Okafor', 'Guten Tag Frau Löffelholz, ich frage beim Paketdienst nach und melde mich morgen.'),
    customer('Annegret Löffelholz', 'Das war vorgestern. Gibt es schon etwas Neues?'),
  ],
  draft: `Guten Tag Frau Löffelholz,

bitte entschuldigen Sie die Verspätung. Pakete nach Österreich brauchen 4 bis 7 Werktage; nach 10 Werktagen gilt eine Sendung bei uns als verloren. Wir schicken Ihnen dann kostenlos Ersatz oder erstatten den Betrag, ganz wie Sie möchten.

Sagen Sie uns bitte kurz, was Ihnen lieber ist.

Mit freundlichen Grüßen
Ihr Larkspur-Team`,
  citations: [
    {
      sourceId: 'article:505',
      kind: 'article',
      title: 'Lieferzeiten und verlorene Sendungen',
      url: 'https://help.example.com/de/articles/505',
      visibility: 'public',
      excerpt: 'Österreich: 4 bis 7 Werktage. Nach 10 Werktagen gilt eine Sendung als verloren.',
    },
    {
      sourceId: 'reply:3977',
      kind: 'past-reply',
      title: 'Antwort in Ticket 3977',
      visibility: 'internal',
      excerpt: 'Wir schicken Ihnen kostenlos Ersatz oder erstatten den Betrag.',
    },
  ],
};

export const LONG_THREAD: Texts = {
  subject: 'Route sync stops after the first ride',
  turns: [
    customer('Priya Raman', 'Since Tuesday my rides stop syncing after the first one of the day.'),
    agent('Mira Okafor', 'Hi Priya, which phone do you use, and which version of the app?'),
    customer('Priya Raman', 'A phone with Android 16, app 4.2.0.'),
    note('Mira Okafor', 'Looks like the background limit that came with 4.2.0.'),
    agent('Mira Okafor', 'Thank you! Please open the app once after each ride for now.'),
    customer('Priya Raman', 'That works, but it is a pain.'),
    agent('Tomas Berg', 'Understood. A fix is on its way.'),
    customer('Priya Raman', 'Any news? Is there a setting I could change meanwhile?'),
  ],
  draft: `Hi Priya,

yes, there is one: in the phone's settings, open Apps, choose Larkspur, then Battery, and select "Unrestricted". Rides then sync by themselves again.

Kind regards,
The Larkspur team`,
  citations: [
    {
      sourceId: 'article:318',
      kind: 'article',
      title: 'My rides do not sync',
      url: 'https://help.example.com/en-us/articles/318',
      visibility: 'public',
      excerpt: 'Android: Settings, Apps, Larkspur, Battery, select "Unrestricted".',
    },
  ],
};
