import type { Phrases } from './phrases.ts';

export const EN: Phrases = {
  document: 'Proposal',
  titles: {
    cover: 'Proposal',
    summary: 'Your situation',
    solution: 'Proposed solution',
    scope: 'Scope',
    timeline: 'Timeline',
    pricing: 'Pricing',
    terms: 'Terms',
    'next-steps': 'Next steps',
  },
  quotes: ['“', '”'],
  kinds: { note: 'Note', email: 'E-mail', call: 'Call', meeting: 'Meeting', task: 'Task' },
  cover: [
    ['For {{customer.company}}'],
    ['Attention: {{customer.name}}, {{customer.job_title}}', 'Attention: {{customer.name}}'],
    ['From: {{owner.name}}, {{company.name}}', 'From: {{company.name}}', 'From: {{owner.name}}'],
    ['Number: {{proposal.number}}'],
    ['Date: {{proposal.date}}'],
    ['Valid until: {{proposal.valid_until}}'],
  ],
  summary: {
    inYourWords: 'What you told us, in your own words:',
    fromTalks: 'What we noted from our conversations:',
    without: [
      'This proposal sets out what we suggest for {{customer.company}}, what it includes and what it costs.',
      'This proposal sets out what we suggest, what it includes and what it costs.',
    ],
  },
  solution: {
    intro: ['For {{customer.company}} we propose the following:', 'We propose the following:'],
    item: ['{{item.N.name}}: {{item.N.description}}', '{{item.N.name}}'],
    more: ['All further items are listed in the price table.'],
  },
  scope: {
    intro: ['This proposal includes:'],
    item: ['{{item.N.name}} (quantity: {{item.N.quantity}})'],
    more: ['All further items are listed in the price table.'],
    limit: ['Anything that is not listed here is not part of this proposal and is agreed separately.'],
  },
  timeline: {
    start: ['{{item.N.name}}: starts on {{item.N.starts_on}}'],
    term: ['The agreed term is {{contract.term}}.'],
    agree: ['We agree the start and every further date with you once the order is placed.'],
  },
  pricing: {
    once: 'Paid once',
    every: 'Every {{total.R.every}}',
    intro: ['All amounts are in {{proposal.currency}}. The price table lists each item.'],
    total: [
      'RHYTHM: {{total.R.gross}} in total (net: {{total.R.net}}, tax: {{total.R.tax}})',
      'RHYTHM: {{total.R.gross}} in total',
    ],
    discount: ['RHYTHM: a discount of {{total.R.discount}} is already deducted'],
    contract: ['Over the agreed terms this comes to {{contract.total}} in total.'],
  },
  terms: {
    validity: ['This proposal is valid until {{proposal.valid_until}}.'],
    own: [['The prices apply to the scope described here.'], ['Changes to the scope are agreed in writing.']],
  },
  nextSteps: [
    ['Please go through this proposal and tell us what you would like to change.'],
    [
      'To accept it, reply to {{owner.name}} ({{owner.email}}).',
      'To accept it, reply to {{owner.name}}.',
      'To accept it, simply reply to us.',
    ],
    ['We then agree the start with you and begin.'],
  ],
};
