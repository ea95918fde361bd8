import type { Phrases } from './phrases.ts';

/** Names stand where the nominative does: slots are not declined. */
export const RU: Phrases = {
  document: 'Коммерческое предложение',
  titles: {
    cover: 'Коммерческое предложение',
    summary: 'Ваша ситуация',
    solution: 'Предлагаемое решение',
    scope: 'Состав работ и поставки',
    timeline: 'Сроки',
    pricing: 'Стоимость',
    terms: 'Условия',
    'next-steps': 'Дальнейшие шаги',
  },
  quotes: ['«', '»'],
  kinds: { note: 'Заметка', email: 'Письмо', call: 'Звонок', meeting: 'Встреча', task: 'Задача' },
  cover: [
    ['Заказчик: {{customer.company}}'],
    ['Кому: {{customer.name}}, {{customer.job_title}}', 'Кому: {{customer.name}}'],
    ['От кого: {{owner.name}}, {{company.name}}', 'От кого: {{company.name}}', 'От кого: {{owner.name}}'],
    ['Номер: {{proposal.number}}'],
    ['Дата: {{proposal.date}}'],
    ['Действительно до: {{proposal.valid_until}}'],
  ],
  summary: {
    inYourWords: 'Что вы нам рассказали, вашими словами:',
    fromTalks: 'Что мы отметили в ходе наших разговоров:',
    without: ['В этом предложении описано, какое решение мы предлагаем, что в него входит и сколько оно стоит.'],
  },
  solution: {
    intro: ['Мы предлагаем следующее:'],
    item: ['{{item.N.name}}: {{item.N.description}}', '{{item.N.name}}'],
    more: ['Все остальные позиции приведены в таблице цен.'],
  },
  scope: {
    intro: ['В предложение входит:'],
    item: ['{{item.N.name}} (количество: {{item.N.quantity}})'],
    more: ['Все остальные позиции приведены в таблице цен.'],
    limit: ['Всё, что здесь не указано, в предложение не входит и согласовывается отдельно.'],
  },
  timeline: {
    start: ['{{item.N.name}}, начало: {{item.N.starts_on}}'],
    term: ['Согласованный срок договора: {{contract.term}}.'],
    agree: ['Начало работ и все дальнейшие даты мы согласуем с вами после размещения заказа.'],
  },
  pricing: {
    once: 'Разовые платежи',
    every: 'Раз в {{total.R.every}}',
    intro: ['Валюта всех сумм: {{proposal.currency}}. Каждая позиция приведена в таблице цен.'],
    total: [
      'RHYTHM: итого {{total.R.gross}} (без налога {{total.R.net}}, налог {{total.R.tax}})',
      'RHYTHM: итого {{total.R.gross}}',
    ],
    discount: ['RHYTHM: скидка {{total.R.discount}} уже учтена'],
    contract: ['За весь согласованный срок итого: {{contract.total}}.'],
  },
  terms: {
    validity: ['Предложение действительно до {{proposal.valid_until}} включительно.'],
    own: [
      ['Цены относятся к описанному здесь составу работ и поставки.'],
      ['Изменения состава согласовываются письменно.'],
    ],
  },
  nextSteps: [
    ['Пожалуйста, ознакомьтесь с предложением и сообщите, что вы хотели бы изменить.'],
    [
      'Чтобы принять предложение, ответьте нам. Ваше контактное лицо: {{owner.name}} ({{owner.email}}).',
      'Чтобы принять предложение, ответьте нам. Ваше контактное лицо: {{owner.name}}.',
      'Чтобы принять предложение, ответьте нам.',
    ],
    ['После этого мы согласуем с вами дату начала и приступим.'],
  ],
};
