import type { figures as english } from './figures-en.ts';

export const figures: typeof english = {
  fixed: {
    'contract.total': 'За весь срок, с налогами',
    'contract.term': 'Срок',
    'proposal.date': 'Дата предложения',
    'proposal.valid_for': 'Срок действия',
    'proposal.valid_until': 'Действует до',
    'deal.close_date': 'Дата закрытия',
  },
  properties: {
    quantity: 'количество',
    price: 'цена',
    list_price: 'цена по прайс-листу',
    subtotal: 'до скидки',
    discount: 'скидка',
    discount_percent: 'скидка в процентах',
    discount_each: 'скидка на единицу',
    net: 'без налога',
    tax: 'налог',
    tax_percent: 'ставка налога',
    gross: 'итого с налогами',
    term: 'срок',
    starts_on: 'начало',
  },
  item: (number, name) => `Позиция ${number}: ${name}`,
  total: (rhythm, name) => `${rhythm}: ${name}`,
};
