export type { LibraryAccount } from './account.ts';
export type { Embedder } from './embed/embedder.ts';
export { createHttpEmbedder, type HttpEmbedderOptions } from './embed/http-embedder.ts';
export { embedPassages } from './embed/vectors.ts';
export { libraryLanguages, searchLanguage } from './languages.ts';
export { type ReadOptions, type ReadProgress, type ReadResult, readFeed } from './read/read-feed.ts';
export { askForReading } from './read/reading.ts';
export { libraryStatus } from './read/status.ts';
export {
  createLibrarySearch,
  type LibraryQuestion,
  type LibrarySearch,
  type LibrarySearchOptions,
} from './search/create-library-search.ts';
export { forgetLibrary, removeDocuments } from './store/forget.ts';
export { type PageOf, type StoredPage, storePage } from './store/store-page.ts';
