import type { Phrases } from './phrases.ts';

export const DE: Phrases = {
  document: 'Angebot',
  titles: {
    cover: 'Angebot',
    summary: 'Ihre Situation',
    solution: 'Unser Lösungsvorschlag',
    scope: 'Leistungsumfang',
    timeline: 'Zeitplan',
    pricing: 'Preise',
    terms: 'Bedingungen',
    'next-steps': 'Nächste Schritte',
  },
  quotes: ['„', '“'],
  kinds: { note: 'Notiz', email: 'E-Mail', call: 'Anruf', meeting: 'Besprechung', task: 'Aufgabe' },
  cover: [
    ['Für {{customer.company}}'],
    ['An: {{customer.name}}, {{customer.job_title}}', 'An: {{customer.name}}'],
    ['Von: {{owner.name}}, {{company.name}}', 'Von: {{company.name}}', 'Von: {{owner.name}}'],
    ['Nummer: {{proposal.number}}'],
    ['Datum: {{proposal.date}}'],
    ['Gültig bis: {{proposal.valid_until}}'],
  ],
  summary: {
    inYourWords: 'Was Sie uns geschildert haben, in Ihren Worten:',
    fromTalks: 'Was wir aus unseren Gesprächen festgehalten haben:',
    without: [
      'Dieses Angebot beschreibt, was wir für {{customer.company}} vorschlagen, was es umfasst und was es kostet.',
      'Dieses Angebot beschreibt, was wir vorschlagen, was es umfasst und was es kostet.',
    ],
  },
  solution: {
    intro: ['Für {{customer.company}} schlagen wir vor:', 'Das schlagen wir vor:'],
    item: ['{{item.N.name}}: {{item.N.description}}', '{{item.N.name}}'],
    more: ['Alle weiteren Positionen stehen in der Preistabelle.'],
  },
  scope: {
    intro: ['Dieses Angebot umfasst:'],
    item: ['{{item.N.name}} (Menge: {{item.N.quantity}})'],
    more: ['Alle weiteren Positionen stehen in der Preistabelle.'],
    limit: ['Was nicht aufgeführt ist, gehört nicht zu diesem Angebot und wird gesondert vereinbart.'],
  },
  timeline: {
    start: ['{{item.N.name}}: Beginn am {{item.N.starts_on}}'],
    term: ['Die vereinbarte Laufzeit: {{contract.term}}.'],
    agree: ['Den Beginn und alle weiteren Termine stimmen wir nach Ihrer Bestellung mit Ihnen ab.'],
  },
  pricing: {
    once: 'Einmalig',
    every: 'Alle {{total.R.every}}',
    intro: ['Alle Beträge in {{proposal.currency}}. Die Preistabelle führt jede Position auf.'],
    total: [
      'RHYTHM: insgesamt {{total.R.gross}} (netto: {{total.R.net}}, Steuer: {{total.R.tax}})',
      'RHYTHM: insgesamt {{total.R.gross}}',
    ],
    discount: ['RHYTHM: ein Rabatt von {{total.R.discount}} ist bereits abgezogen'],
    contract: ['Über die vereinbarten Laufzeiten ergibt das insgesamt {{contract.total}}.'],
  },
  terms: {
    validity: ['Dieses Angebot ist gültig bis {{proposal.valid_until}}.'],
    own: [
      ['Die Preise gelten für den beschriebenen Leistungsumfang.'],
      ['Änderungen des Leistungsumfangs werden schriftlich vereinbart.'],
    ],
  },
  nextSteps: [
    ['Bitte sehen Sie dieses Angebot durch und sagen Sie uns, was Sie ändern möchten.'],
    [
      'Um es anzunehmen, antworten Sie bitte {{owner.name}} ({{owner.email}}).',
      'Um es anzunehmen, antworten Sie bitte {{owner.name}}.',
      'Um es anzunehmen, antworten Sie uns einfach.',
    ],
    ['Danach stimmen wir den Beginn mit Ihnen ab und fangen an.'],
  ],
};
