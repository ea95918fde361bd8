import type { SeedArticle, SeedMacro } from './seed.ts';
import { toMacro } from './state/from-seed.ts';
import { putArticle } from './state/load-seed.ts';
import type { ZendeskStore } from './state/store.ts';

/** What writers and admins do to the help centre and to macros while somebody reads them. */
export interface ContentSwitches {
  /** Adds an article, or puts it in the place of the one with its id. */
  putArticle(article: SeedArticle): void;
  archiveArticle(id: number): void;
  putMacro(macro: SeedMacro): void;
  removeMacro(id: number): void;
}

export function createContentSwitches(store: ZendeskStore): ContentSwitches {
  return {
    putArticle(article) {
      putArticle(article, store.articles.get(article.id)?.position ?? store.articles.size, store);
    },
    archiveArticle(id) {
      store.articles.delete(id);
      store.translations.delete(id);
      store.articlesVersion += 1;
    },
    putMacro(macro) {
      const index = store.macros.get(macro.id)?.position ?? store.macros.size + 1;
      store.macros.set(macro.id, toMacro(macro, index - 1, store));
    },
    removeMacro(id) {
      store.macros.delete(id);
    },
  };
}
