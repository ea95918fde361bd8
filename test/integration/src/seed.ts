import type { SeedTicket, SeedUser, ZendeskSeed } from '@draftsmith/simulators/zendesk';

export const ADMIN = 11;
export const AGENT = 12;

export const SUBDOMAIN = 'acme';

/** Name, e-mail and phone are what must never leave the process; each has a form that redaction has to know. */
export const CUSTOMERS = {
  en: {
    id: 21,
    name: 'Marigold Featherstone',
    email: 'marigold@featherstone.example',
    phone: '+44 20 7946 0958',
    locale: 'en-US',
  },
  ru: {
    id: 22,
    name: 'Аглая Верещагина',
    email: 'aglaya@vereshchagina.example',
    phone: '+7 495 123-45-67',
    locale: 'ru',
  },
  de: { id: 23, name: 'Jörg Schwarzkopf', email: 'joerg@schwarzkopf.example', phone: '+49 30 901820', locale: 'de' },
  es: { id: 24, name: 'Íñigo Etxeberria', email: 'inigo@etxeberria.example', phone: '+34 912 345 678', locale: 'es' },
} as const;

export type Language = keyof typeof CUSTOMERS;

/** A Zendesk that does not repeat a delivery because this machine is slow: how fast we answer is for test/bench. */
export const PATIENT = { webhookTimeoutMs: 120_000 };

/** What each customer asks, and the subject; an article in the same language answers it. */
const QUESTIONS: Record<Language, { subject: string; body: string }> = {
  en: { subject: 'Refund for my order', body: 'Hello, how long does a refund take after I return the goods?' },
  ru: { subject: 'Возврат денег', body: 'Здравствуйте! Сколько дней занимает возврат денег после возврата товара?' },
  de: {
    subject: 'Rückerstattung',
    body: 'Guten Tag, wie lange dauert die Rückerstattung nach der Rücksendung der Ware?',
  },
  es: { subject: 'Reembolso', body: 'Hola, ¿cuánto tarda el reembolso después de devolver el producto?' },
};

export const REFUND_ARTICLE_TITLE = 'How long does a refund take?';

/** A company of one page: enough that every language finds an answer and none finds another's. */
export function seedOf(tickets: SeedTicket[]): ZendeskSeed {
  return {
    account: { id: 18525119, subdomain: SUBDOMAIN, name: 'Acme', locale: 'en-US' },
    brand: { id: 900, name: 'Acme' },
    organizations: [],
    users: [
      { id: ADMIN, name: 'Ada Admin', email: 'ada@acme.example', role: 'admin', locale: 'en-US' },
      { id: AGENT, name: 'Ben Agent', email: 'ben@acme.example', role: 'agent', locale: 'en-US' },
      ...Object.values(CUSTOMERS).map((customer): SeedUser => ({ ...customer, role: 'end-user' })),
    ],
    articles: ARTICLES.map(([locale, title, body], i) => ({
      id: 401 + i,
      locale,
      title,
      body,
      updatedAt: '2026-11-01T08:00:00Z',
    })),
    macros: [
      {
        id: 501,
        title: 'Parcel is late',
        reply: 'A late parcel: we ask the carrier and write within two working days.',
      },
    ],
    tickets,
  };
}

const ARTICLES: readonly [locale: string, title: string, body: string][] = [
  [
    'en-us',
    REFUND_ARTICLE_TITLE,
    '<p>A refund takes 5 working days after we receive the returned goods. The money goes back to the card you paid with.</p>',
  ],
  [
    'ru',
    'Сколько занимает возврат денег?',
    '<p>Возврат денег занимает 5 рабочих дней после того, как мы получим возвращённый товар. Деньги приходят на ту же карту.</p>',
  ],
  [
    'de',
    'Wie lange dauert die Rückerstattung?',
    '<p>Die Rückerstattung dauert 5 Werktage, nachdem die Rücksendung der Ware bei uns eingetroffen ist.</p>',
  ],
  [
    'es',
    '¿Cuánto tarda el reembolso?',
    '<p>El reembolso tarda 5 días hábiles después de que recibamos el producto devuelto.</p>',
  ],
];

export interface TicketChange extends Partial<Omit<SeedTicket, 'id'>> {
  language?: Language;
  /** What the customer writes; a question about refunds unless told otherwise. */
  body?: string;
}

/** A ticket whose first message has not arrived yet. Names its number, so that its requests can be told from others'. */
export function question(id: number, { language = 'en', body, ...change }: TicketChange = {}): SeedTicket {
  const asked = QUESTIONS[language];
  const customer = CUSTOMERS[language].id;
  return {
    id,
    subject: `${asked.subject} (${marker(id)})`,
    requesterId: customer,
    status: 'new',
    channel: 'web',
    comments: [],
    incoming: { authorId: customer, public: true, body: body ?? asked.body, createdAt: '2026-11-20T10:00:00Z' },
    ...change,
  };
}

/** Stands in the subject of ticket `id` and in no other ticket's. */
export function marker(id: number): string {
  return `case-${id}-x`;
}

export function questions(first: number, count: number): SeedTicket[] {
  return Array.from({ length: count }, (_, i) => question(first + i));
}
