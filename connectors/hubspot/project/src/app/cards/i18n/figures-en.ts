/** Names of the figures that two versions are compared by; keys as the facts of a proposal are named. */
export const figures = {
  fixed: {
    'contract.total': 'Over the whole term, with taxes',
    'contract.term': 'Term',
    'proposal.date': 'Date of the proposal',
    'proposal.valid_for': 'Valid for',
    'proposal.valid_until': 'Valid until',
    'deal.close_date': 'Close date',
  } as Record<string, string>,
  properties: {
    quantity: 'quantity',
    price: 'price',
    list_price: 'price on the rate card',
    subtotal: 'before discount',
    discount: 'discount',
    discount_percent: 'discount in percent',
    discount_each: 'discount for each',
    net: 'net',
    tax: 'tax',
    tax_percent: 'tax in percent',
    gross: 'total with taxes',
    term: 'term',
    starts_on: 'start',
  } as Record<string, string>,
  item: (number: string, name: string) => `Item ${number}: ${name}`,
  total: (rhythm: string, name: string) => `${rhythm}: ${name}`,
};
