import type { RateCardItem } from '@draftsmith/contracts';
import type { Orm } from '@draftsmith/database';
import { rateCardItems } from '@draftsmith/database/schema';
import { and, asc, eq } from 'drizzle-orm';

/** What an account sells, and for how much. */
export interface RateCard {
  /** By SKU, then currency. */
  items(connector: string, account: string): Promise<readonly RateCardItem[]>;
  /** All at once: nobody sees half of a new card. */
  replace(
    where: { connector: string; account: string },
    items: readonly RateCardItem[],
    record?: (within: Pick<Orm, 'insert'>) => Promise<void>,
  ): Promise<void>;
}

/** Rows of one insert. */
const CHUNK = 500;

export function createRateCard(orm: Orm): RateCard {
  const isOf = ({ connector, account }: { connector: string; account: string }) =>
    and(eq(rateCardItems.connector, connector), eq(rateCardItems.account, account));
  return {
    async items(connector, account) {
      const rows = await orm
        .select()
        .from(rateCardItems)
        .where(isOf({ connector, account }))
        .orderBy(asc(rateCardItems.sku), asc(rateCardItems.currency));
      return rows.map(({ sku, name, price, currency, validUntil }) => ({ sku, name, price, currency, validUntil }));
    },
    async replace(where, items, record) {
      await orm.transaction(async (tx) => {
        await tx.delete(rateCardItems).where(isOf(where));
        for (let from = 0; from < items.length; from += CHUNK)
          await tx.insert(rateCardItems).values(items.slice(from, from + CHUNK).map((item) => ({ ...where, ...item })));
        await record?.(tx);
      });
    },
  };
}
