import type { Source } from '@draftsmith/contracts';
import type { ZendeskClient } from '../client/client.ts';
import { allItems } from '../client/pages.ts';
import { sharedLoad } from '../shared-load.ts';
import { sourceOfMacro } from './sources.ts';

const MAX_MACRO_PAGES = 10;
const TTL_MS = 5 * 60 * 1000;

/** The texts of all active macros, read once in five minutes however many tickets are drafted. */
export function createMacroReader(client: ZendeskClient, now: () => Date) {
  return sharedLoad<readonly Source[]>({
    ttlMs: TTL_MS,
    now,
    async load(signal) {
      const macros = await allItems(client.macroPages(MAX_MACRO_PAGES, signal));
      return macros.flatMap((macro) => sourceOfMacro(macro) ?? []);
    },
  });
}
