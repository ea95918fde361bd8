import type { Orm } from '@draftsmith/database';
import { AppError } from '@draftsmith/errors';
import { createHttpEmbedder, createLibrarySearch, type Embedder, type LibrarySearch } from '@draftsmith/library';
import { hostOf, isThisMachine } from '@draftsmith/llm';
import type { Logger } from '@draftsmith/logger';
import { allowedHosts, type ServerSettings } from '../settings.ts';

/** What is kept of all accounts, and the model of meaning that is asked beside words, where an admin runs one. */
export interface Library {
  search: LibrarySearch;
  embedder: Embedder | undefined;
}

export function openLibrary(orm: Orm, settings: ServerSettings, logger: Pick<Logger, 'warn'>): Library {
  const embedder = createConfiguredEmbedder(settings);
  const onFailure = () => logger.warn('The embeddings server did not answer; searched without it');
  return { search: createLibrarySearch(orm, { ...(embedder && { embedder }), onFailure }), embedder };
}

/**
 * @throws AppError `invalid` for a server that is neither on this machine nor named by the admin: it reads what customers
 * ask, word for word
 */
export function createConfiguredEmbedder(settings: ServerSettings): Embedder | undefined {
  const { DRAFTSMITH_EMBEDDINGS_URL: baseUrl, DRAFTSMITH_EMBEDDINGS_MODEL: model } = settings;
  const { DRAFTSMITH_EMBEDDINGS_DIMENSIONS: dimensions, DRAFTSMITH_EMBEDDINGS_KEY: apiKey } = settings;
  if (!baseUrl) return undefined;
  if (!model || !dimensions)
    throw invalid(
      'DRAFTSMITH_EMBEDDINGS_MODEL, DRAFTSMITH_EMBEDDINGS_DIMENSIONS: expected both with an embeddings URL',
    );
  const host = hostOf(baseUrl);
  if (!isThisMachine(host) && !allowedHosts(settings).includes(host))
    throw invalid(
      'DRAFTSMITH_EMBEDDINGS_URL: expected a server on this machine or on one of DRAFTSMITH_ALLOWED_HOSTS, because it gets questions as customers wrote them',
    );
  const languages = settings.DRAFTSMITH_EMBEDDINGS_LANGUAGES?.split(',').map((language) => language.trim());
  return createHttpEmbedder({ baseUrl, model, dimensions, ...(apiKey && { apiKey }), ...(languages && { languages }) });
}

function invalid(message: string): AppError {
  return new AppError('invalid', message, { code: 'settings.invalid' });
}
