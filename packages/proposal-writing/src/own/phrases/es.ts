import type { Phrases } from './phrases.ts';

export const ES: Phrases = {
  document: 'Propuesta comercial',
  titles: {
    cover: 'Propuesta comercial',
    summary: 'Su situación',
    solution: 'Solución propuesta',
    scope: 'Alcance',
    timeline: 'Calendario',
    pricing: 'Precios',
    terms: 'Condiciones',
    'next-steps': 'Próximos pasos',
  },
  quotes: ['«', '»'],
  kinds: { note: 'Nota', email: 'Correo', call: 'Llamada', meeting: 'Reunión', task: 'Tarea' },
  cover: [
    ['Para {{customer.company}}'],
    ['A la atención de {{customer.name}}, {{customer.job_title}}', 'A la atención de {{customer.name}}'],
    ['De: {{owner.name}}, {{company.name}}', 'De: {{company.name}}', 'De: {{owner.name}}'],
    ['Número: {{proposal.number}}'],
    ['Fecha: {{proposal.date}}'],
    ['Válida hasta: {{proposal.valid_until}}'],
  ],
  summary: {
    inYourWords: 'Lo que nos ha contado, con sus propias palabras:',
    fromTalks: 'Lo que anotamos en nuestras conversaciones:',
    without: [
      'Esta propuesta describe lo que sugerimos para {{customer.company}}, lo que incluye y lo que cuesta.',
      'Esta propuesta describe lo que sugerimos, lo que incluye y lo que cuesta.',
    ],
  },
  solution: {
    intro: ['Para {{customer.company}} proponemos lo siguiente:', 'Proponemos lo siguiente:'],
    item: ['{{item.N.name}}: {{item.N.description}}', '{{item.N.name}}'],
    more: ['Todas las demás partidas figuran en la tabla de precios.'],
  },
  scope: {
    intro: ['Esta propuesta incluye:'],
    item: ['{{item.N.name}} (cantidad: {{item.N.quantity}})'],
    more: ['Todas las demás partidas figuran en la tabla de precios.'],
    limit: ['Lo que no figura aquí no forma parte de esta propuesta y se acuerda por separado.'],
  },
  timeline: {
    start: ['{{item.N.name}}: inicio el {{item.N.starts_on}}'],
    term: ['Plazo acordado: {{contract.term}}.'],
    agree: ['Acordamos con usted el inicio y todas las demás fechas una vez realizado el pedido.'],
  },
  pricing: {
    once: 'Pago único',
    every: 'Cada {{total.R.every}}',
    intro: ['Todos los importes están en {{proposal.currency}}. La tabla de precios detalla cada partida.'],
    total: [
      'RHYTHM: {{total.R.gross}} en total (neto: {{total.R.net}}, impuestos: {{total.R.tax}})',
      'RHYTHM: {{total.R.gross}} en total',
    ],
    discount: ['RHYTHM: ya se ha restado un descuento de {{total.R.discount}}'],
    contract: ['Durante los plazos acordados, el total es de {{contract.total}}.'],
  },
  terms: {
    validity: ['Esta propuesta es válida hasta el {{proposal.valid_until}}.'],
    own: [['Los precios se aplican al alcance descrito aquí.'], ['Los cambios del alcance se acuerdan por escrito.']],
  },
  nextSteps: [
    ['Por favor, revise esta propuesta y díganos qué desea cambiar.'],
    [
      'Para aceptarla, responda a {{owner.name}} ({{owner.email}}).',
      'Para aceptarla, responda a {{owner.name}}.',
      'Para aceptarla, basta con respondernos.',
    ],
    ['Después acordamos el inicio con usted y empezamos.'],
  ],
};
