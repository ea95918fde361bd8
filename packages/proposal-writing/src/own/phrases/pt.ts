import type { Phrases } from './phrases.ts';

/** In words of both Portugal and Brazil. */
export const PT: Phrases = {
  document: 'Proposta comercial',
  titles: {
    cover: 'Proposta comercial',
    summary: 'A sua situação',
    solution: 'Solução proposta',
    scope: 'Âmbito',
    timeline: 'Cronograma',
    pricing: 'Preços',
    terms: 'Condições',
    'next-steps': 'Próximos passos',
  },
  quotes: ['“', '”'],
  kinds: { note: 'Nota', email: 'E-mail', call: 'Chamada', meeting: 'Reunião', task: 'Tarefa' },
  cover: [
    ['Para {{customer.company}}'],
    ['Ao cuidado de {{customer.name}}, {{customer.job_title}}', 'Ao cuidado de {{customer.name}}'],
    ['De: {{owner.name}}, {{company.name}}', 'De: {{company.name}}', 'De: {{owner.name}}'],
    ['Número: {{proposal.number}}'],
    ['Data: {{proposal.date}}'],
    ['Válida até: {{proposal.valid_until}}'],
  ],
  summary: {
    inYourWords: 'O que nos contou, nas suas próprias palavras:',
    fromTalks: 'Das nossas conversas:',
    without: [
      'Esta proposta descreve o que sugerimos para {{customer.company}}, o que inclui e quanto custa.',
      'Esta proposta descreve o que sugerimos, o que inclui e quanto custa.',
    ],
  },
  solution: {
    intro: ['Para {{customer.company}} propomos o seguinte:', 'Propomos o seguinte:'],
    item: ['{{item.N.name}}: {{item.N.description}}', '{{item.N.name}}'],
    more: ['Todos os outros itens constam da tabela de preços.'],
  },
  scope: {
    intro: ['Esta proposta inclui:'],
    item: ['{{item.N.name}} (quantidade: {{item.N.quantity}})'],
    more: ['Todos os outros itens constam da tabela de preços.'],
    limit: ['O que não está indicado aqui não faz parte desta proposta e é acordado à parte.'],
  },
  timeline: {
    start: ['{{item.N.name}}: início em {{item.N.starts_on}}'],
    term: ['Prazo acordado: {{contract.term}}.'],
    agree: ['O início e todas as outras datas são combinados em conjunto depois do pedido.'],
  },
  pricing: {
    once: 'Pagamento único',
    every: 'A cada {{total.R.every}}',
    intro: ['Todos os valores estão em {{proposal.currency}}. A tabela de preços detalha cada item.'],
    total: [
      'RHYTHM: {{total.R.gross}} no total (líquido: {{total.R.net}}, impostos: {{total.R.tax}})',
      'RHYTHM: {{total.R.gross}} no total',
    ],
    discount: ['RHYTHM: já foi deduzido um desconto de {{total.R.discount}}'],
    contract: ['Nos prazos acordados, o total é de {{contract.total}}.'],
  },
  terms: {
    validity: ['Esta proposta é válida até {{proposal.valid_until}}.'],
    own: [['Os preços aplicam-se ao âmbito descrito aqui.'], ['As alterações ao âmbito são acordadas por escrito.']],
  },
  nextSteps: [
    ['Por favor, leia esta proposta e diga-nos o que gostaria de alterar.'],
    [
      'Para aceitá-la, responda a {{owner.name}} ({{owner.email}}).',
      'Para aceitá-la, responda a {{owner.name}}.',
      'Para aceitá-la, basta responder-nos.',
    ],
    ['Depois, combinamos o início e começamos.'],
  ],
};
