import type { SampleWords } from './sample-words.ts';

export const en: SampleWords = {
  ours: 'Northlight Systems',
  customer: 'Hazelbrook Foods',
  contact: ['Erin', 'Calloway'],
  jobTitle: 'Head of Operations',
  owner: 'Tomas Lindqvist',
  currency: 'USD',
  prices: ['4800.00', '950.00', '39.50', '290.00'],
  tax: { name: 'Sales tax', percent: '8.25' },
  items: [
    {
      name: 'Implementation',
      description: 'Set-up, transfer of the existing stock data, acceptance together with your team',
    },
    { name: 'Training day', description: 'On site, up to twelve people' },
    { name: 'Licence per workplace', description: 'Planning, stock and purchasing in one application' },
    { name: 'Support', description: 'By phone and e-mail on working days' },
  ],
  title: 'One plan for every warehouse',
  titles: {
    cover: 'Proposal',
    summary: 'Your situation',
    solution: 'What we propose',
    scope: 'What is included',
    timeline: 'Timeline',
    pricing: 'Your investment',
    terms: 'Terms',
    'next-steps': 'Next steps',
  },
  texts: {
    summary: [
      '{customer.company} plans its warehouses in separate spreadsheets. In your words: “We find out on Monday what was missing on Friday.”',
      'Purchasing and stock are kept by different teams, and nobody sees both. What you asked for is one place where a planner, a buyer and a warehouse lead look at the same figures.',
    ],
    solution: [
      'Northlight brings planning, stock and purchasing together. Your teams keep their way of working; what changes is that they share the data behind it.',
      'We transfer what you have, check it with you, and hand over only when the people who use it every day agree that it is right.',
    ],
    scope: [
      'The proposal covers:',
      '- implementation, with the transfer of your existing stock data',
      '- training on site for planners, buyers and warehouse leads',
      '- licences for {item.3.quantity} workplaces, and support while you use them',
    ],
    timeline: ['We begin after your order, on a date that suits both teams, and plan to be done by {deal.close_date}.'],
    pricing: [
      'All prices are in the currency of the offer. What is paid once and what is paid every month stand apart.',
    ],
    terms: [
      'This proposal is valid until {proposal.valid_until}. The term is {contract.term}; it begins with the handover.',
    ],
    'next-steps': [
      '- You confirm the scope, or tell us what to change.',
      '- {owner.name} prepares the contract and agrees the start with {customer.name}.',
    ],
  },
};

export const de: SampleWords = {
  ours: 'Nordlicht Systeme GmbH',
  customer: 'Haselbach Feinkost GmbH',
  contact: ['Jördis', 'Weißgerber'],
  jobTitle: 'Leiterin Betrieb',
  owner: 'Thorsten Kühl',
  currency: 'EUR',
  prices: ['4800.00', '950.00', '39.50', '290.00'],
  tax: { name: 'USt.', percent: '19' },
  items: [
    { name: 'Einführung', description: 'Einrichtung, Übernahme der vorhandenen Bestandsdaten, gemeinsame Abnahme' },
    { name: 'Schulungstag', description: 'Vor Ort, bis zu zwölf Personen' },
    { name: 'Lizenz je Arbeitsplatz', description: 'Planung, Bestand und Einkauf in einer Anwendung' },
    { name: 'Support', description: 'Telefonisch und per E-Mail an Werktagen' },
  ],
  title: 'Ein Plan für alle Lager',
  titles: {
    cover: 'Angebot',
    summary: 'Ihre Situation',
    solution: 'Unser Vorschlag',
    scope: 'Leistungsumfang',
    timeline: 'Zeitplan',
    pricing: 'Preise',
    terms: 'Bedingungen',
    'next-steps': 'Nächste Schritte',
  },
  texts: {
    summary: [
      '{customer.company} plant die Lager in getrennten Tabellen. In Ihren Worten: „Wir merken am Montag, was am Freitag gefehlt hat.“',
      'Einkauf und Bestand liegen bei verschiedenen Teams, und niemand sieht beides. Gewünscht ist ein Ort, an dem Planung, Einkauf und Lager dieselben Zahlen sehen.',
    ],
    solution: [
      'Nordlicht führt Planung, Bestand und Einkauf zusammen. Ihre Teams arbeiten weiter wie gewohnt; neu ist, dass sie dieselben Daten teilen.',
      'Wir übernehmen, was vorhanden ist, prüfen es mit Ihnen und übergeben erst, wenn die Menschen, die täglich damit arbeiten, einverstanden sind.',
    ],
    scope: [
      'Das Angebot umfasst:',
      '- die Einführung mit der Übernahme Ihrer Bestandsdaten',
      '- Schulungen vor Ort für Planung, Einkauf und Lagerleitung',
      '- Lizenzen für {item.3.quantity} Arbeitsplätze und Support, solange Sie sie nutzen',
    ],
    timeline: [
      'Wir beginnen nach Ihrer Bestellung zu einem gemeinsam gewählten Termin; geplanter Abschluss ist der {deal.close_date}.',
    ],
    pricing: ['Einmalige und monatliche Beträge sind getrennt ausgewiesen.'],
    terms: ['Dieses Angebot gilt bis zum {proposal.valid_until}. Die Laufzeit beträgt {contract.term} ab Übergabe.'],
    'next-steps': [
      '- Sie bestätigen den Umfang oder sagen uns, was zu ändern ist.',
      '- {owner.name} bereitet den Vertrag vor und stimmt den Beginn mit {customer.name} ab.',
    ],
  },
};
