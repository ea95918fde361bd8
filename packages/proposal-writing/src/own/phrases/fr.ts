import type { Phrases } from './phrases.ts';

export const FR: Phrases = {
  document: 'Proposition commerciale',
  titles: {
    cover: 'Proposition commerciale',
    summary: 'Votre situation',
    solution: 'Solution proposée',
    scope: 'Périmètre',
    timeline: 'Calendrier',
    pricing: 'Prix',
    terms: 'Conditions',
    'next-steps': 'Prochaines étapes',
  },
  quotes: ['« ', ' »'],
  kinds: { note: 'Note', email: 'E-mail', call: 'Appel', meeting: 'Réunion', task: 'Tâche' },
  cover: [
    ['Pour {{customer.company}}'],
    ['Destinataire : {{customer.name}}, {{customer.job_title}}', 'Destinataire : {{customer.name}}'],
    ['Expéditeur : {{owner.name}}, {{company.name}}', 'Expéditeur : {{company.name}}', 'Expéditeur : {{owner.name}}'],
    ['Numéro : {{proposal.number}}'],
    ['Date : {{proposal.date}}'],
    ['Valable jusqu’au {{proposal.valid_until}}'],
  ],
  summary: {
    inYourWords: 'Ce que vous nous avez dit, avec vos mots :',
    fromTalks: 'Ce que nous avons retenu de nos échanges :',
    without: [
      'Cette proposition décrit ce que nous suggérons pour {{customer.company}}, ce que cela comprend et ce que cela coûte.',
      'Cette proposition décrit ce que nous suggérons, ce que cela comprend et ce que cela coûte.',
    ],
  },
  solution: {
    intro: ['Pour {{customer.company}}, nous proposons ce qui suit :', 'Nous proposons ce qui suit :'],
    item: ['{{item.N.name}} : {{item.N.description}}', '{{item.N.name}}'],
    more: ['Tous les autres éléments figurent dans le tableau des prix.'],
  },
  scope: {
    intro: ['Cette proposition comprend :'],
    item: ['{{item.N.name}} (quantité : {{item.N.quantity}})'],
    more: ['Tous les autres éléments figurent dans le tableau des prix.'],
    limit: ['Tout ce qui n’est pas indiqué ici ne fait pas partie de cette proposition et sera convenu séparément.'],
  },
  timeline: {
    start: ['{{item.N.name}} : début le {{item.N.starts_on}}'],
    term: ['Durée convenue : {{contract.term}}.'],
    agree: ['Nous convenons avec vous du début et de toutes les autres dates après votre commande.'],
  },
  pricing: {
    once: 'Paiement unique',
    every: 'Par période de {{total.R.every}}',
    intro: ['Tous les montants sont en {{proposal.currency}}. Le tableau des prix détaille chaque élément.'],
    total: [
      'RHYTHM : {{total.R.gross}} au total (hors taxes : {{total.R.net}}, taxes : {{total.R.tax}})',
      'RHYTHM : {{total.R.gross}} au total',
    ],
    discount: ['RHYTHM : une remise de {{total.R.discount}} est déjà déduite'],
    contract: ['Sur les durées convenues, le total est de {{contract.total}}.'],
  },
  terms: {
    validity: ['Cette proposition est valable jusqu’au {{proposal.valid_until}}.'],
    own: [
      ['Les prix s’appliquent au périmètre décrit ici.'],
      ['Toute modification du périmètre est convenue par écrit.'],
    ],
  },
  nextSteps: [
    ['Merci de parcourir cette proposition et de nous dire ce que vous souhaitez modifier.'],
    [
      'Pour l’accepter, répondez à {{owner.name}} ({{owner.email}}).',
      'Pour l’accepter, répondez à {{owner.name}}.',
      'Pour l’accepter, il suffit de nous répondre.',
    ],
    ['Nous convenons ensuite du début avec vous et nous commençons.'],
  ],
};
