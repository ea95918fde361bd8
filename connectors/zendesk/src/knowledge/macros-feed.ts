import type { KnowledgeFeed } from '@draftsmith/contracts';
import type { Transport } from '../client/transport.ts';
import { sourceOfMacro } from '../context/sources.ts';
import { countOf, lists } from './schemas.ts';

const PATH = 'macros.json';

type Macros = { macros: (Parameters<typeof sourceOfMacro>[0] & { updated_at?: string | null | undefined })[] };

/** Active macros, listed whole each time: one that was switched off is simply not named. */
export function macrosFeed({ get, pages }: Transport): KnowledgeFeed {
  const list = { schema: lists.macros, itemsOf: ({ macros }: Macros) => macros };
  return {
    kind: 'macro',
    listing: 'full',
    async count(signal) {
      return countOf(await get(PATH, { active: true, 'page[size]': 1 }, lists.count, signal));
    },
    async read(cursor, signal) {
      const page = await pages(PATH, { active: true }, list, signal)(cursor);
      const documents = page.items.flatMap((macro) => {
        const source = sourceOfMacro(macro);
        return source ? [{ ...source, updatedAt: macro.updated_at ?? '1970-01-01T00:00:00Z' }] : [];
      });
      const upToDate = !page.hasMore || page.cursor === undefined || page.cursor === cursor;
      return { documents, removed: [], cursor: page.cursor ?? cursor ?? '', upToDate };
    },
  };
}
