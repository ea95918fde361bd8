import type { RateCardItem } from '@draftsmith/contracts';

/** How a rate card differs from the one that holds, in prices. */
export interface CardChanges {
  added: number;
  removed: number;
  changed: number;
  same: number;
}

/** An article has one price in each currency. */
const keyOf = ({ sku, currency }: RateCardItem) => JSON.stringify([sku, currency]);

export function cardChanges(from: readonly RateCardItem[], to: readonly RateCardItem[]): CardChanges {
  const before = new Map(from.map((item) => [keyOf(item), item]));
  const changes: CardChanges = { added: 0, removed: 0, changed: 0, same: 0 };
  for (const item of to) {
    const old = before.get(keyOf(item));
    before.delete(keyOf(item));
    changes[old === undefined ? 'added' : saysTheSame(old, item) ? 'same' : 'changed'] += 1;
  }
  changes.removed = before.size;
  return changes;
}

function saysTheSame(one: RateCardItem, other: RateCardItem): boolean {
  return (
    one.name === other.name &&
    one.validUntil === other.validUntil &&
    plainAmount(one.price) === plainAmount(other.price)
  );
}

/** `10.50` and `10.5` are one price, and the database may keep either. */
function plainAmount(price: string): string {
  const [whole = '', fraction = ''] = price.split('.');
  return `${whole.replace(/^0+(?=\d)/, '')}.${fraction.replace(/0+$/, '')}`;
}
