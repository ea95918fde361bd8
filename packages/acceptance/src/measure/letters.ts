/** What stands around a letter, by language. Names are invented. */
export interface Frame {
  greeting: string;
  otherGreeting: string;
  signature: string;
  otherSignature: string;
  /** Courtesies that nearly every letter has. */
  thanks: string;
  offer: string;
  /** A quoted mail below. */
  quote: (text: string) => string;
}

export const FRAMES: Readonly<Record<string, Frame>> = {
  en: {
    greeting: 'Hello Ms Weber,',
    otherGreeting: 'Dear Anna,',
    signature: 'Best regards,\nBen Carter\nCustomer Support',
    otherSignature: 'Kind regards\n\nLaura\nAcme Ltd, +44 20 7946 0000',
    thanks: 'Thank you for contacting us.',
    offer: 'If you have any further questions, please let us know.',
    quote: (text) => `On Mon, 2 Nov 2026 at 10:12, Anna Weber <anna@example.org> wrote:\n${quoted(text)}`,
  },
  ru: {
    greeting: 'Здравствуйте, Анна!',
    otherGreeting: 'Добрый день!',
    signature: 'С уважением,\nБорис\nСлужба поддержки',
    otherSignature: 'С наилучшими пожеланиями\nЛариса Орлова',
    thanks: 'Спасибо за обращение.',
    offer: 'Если у вас остались вопросы, напишите нам.',
    quote: (text) => `02.11.2026, 10:12, Анна Вебер <anna@example.org> написала:\n${quoted(text)}`,
  },
  de: {
    greeting: 'Guten Tag Frau Weber,',
    otherGreeting: 'Liebe Anna,',
    signature: 'Mit freundlichen Grüßen\nBen Krüger\nKundenservice',
    otherSignature: 'Viele Grüße\n\nLaura',
    thanks: 'Vielen Dank für Ihre Anfrage.',
    offer: 'Bei weiteren Fragen melden Sie sich gern.',
    quote: (text) => `Am 02.11.2026 um 10:12 schrieb Anna Weber <anna@example.org>:\n${quoted(text)}`,
  },
  es: {
    greeting: 'Hola, Ana:',
    otherGreeting: 'Estimada señora Weber:',
    signature: 'Un saludo,\nBenito Cruz\nAtención al cliente',
    otherSignature: 'Saludos cordiales\nLaura',
    thanks: 'Gracias por ponerse en contacto con nosotros.',
    offer: 'Si tiene alguna otra pregunta, no dude en escribirnos.',
    quote: (text) => `El lun, 2 nov 2026 a las 10:12, Ana Weber (<ana@example.org>) escribió:\n${quoted(text)}`,
  },
};

function quoted(text: string): string {
  return text
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n');
}
