import { AppError } from '@draftsmith/errors';
import { LOG_LEVELS } from '@draftsmith/logger';
import { field, type RawSettings, readSettings, type ValuesOf } from '@draftsmith/settings';
import { z } from 'zod';

const url = z.url({ protocol: /^https?$/ });
const optional = z.string().optional();

/** Everything that is not a connector's own. The name is the environment variable and the key in draftsmith.config. */
export const serverFields = {
  PORT: field(z.coerce.number().int().min(0).max(65_535).default(4310), 'a port from 1 to 65535'),
  LOG_LEVEL: field(z.enum(LOG_LEVELS).default('info'), `one of ${LOG_LEVELS.join(', ')}`),
  DATABASE_URL: field(
    z.url({ protocol: /^postgres(ql)?$/ }).optional(),
    'a PostgreSQL URL such as postgresql://user@host:5432/draftsmith, or nothing for the embedded database',
  ),
  DRAFTSMITH_DATA: field(z.string().default('.draftsmith'), 'a folder for the embedded database and keys'),
  DRAFTSMITH_HOST: field(z.string().default('127.0.0.1'), 'the address to listen on, e.g. 0.0.0.0 behind a proxy'),
  DRAFTSMITH_URL: field(url.optional(), 'the address that people and webhooks use, e.g. https://drafts.example.com'),
  DRAFTSMITH_CONCURRENCY: field(
    z.coerce.number().int().min(1).max(500).default(32),
    'how many drafts are written at the same time, 1 to 500',
  ),
  DRAFTSMITH_AUTH_SECRET: field(
    z.string().min(32).optional(),
    'a secret of at least 32 characters, the same for every web process',
    'only needed for several; make one with: openssl rand -hex 32',
  ),
  DRAFTSMITH_METRICS_TOKEN: field(
    z.string().min(16).optional(),
    'a secret of at least 16 characters',
    'make one with: openssl rand -hex 16',
  ),
  DRAFTSMITH_ROUTES: field(optional, 'providers in order, e.g. openai/gpt-5-mini,anthropic/claude-sonnet-5,offline'),
  DRAFTSMITH_LOCAL_URL: field(
    url.optional(),
    'the base URL of an OpenAI-compatible server, e.g. http://127.0.0.1:11434/v1',
  ),
  DRAFTSMITH_LOCAL_MODEL: field(optional, 'the name of a model on the local server'),
  DRAFTSMITH_LOCAL_KEY: field(optional, 'the key of the local server, where it wants one'),
  OPENAI_API_KEY: field(optional, 'an OpenAI API key', 'platform.openai.com, API keys'),
  OPENAI_BASE_URL: field(url.optional(), 'an http(s) URL'),
  ANTHROPIC_API_KEY: field(optional, 'an Anthropic API key', 'console.anthropic.com, API keys'),
  ANTHROPIC_BASE_URL: field(url.optional(), 'an http(s) URL'),
};

export type ServerSettings = ValuesOf<typeof serverFields>;

/** @throws AppError `invalid` with a line for each wrong setting. */
export function readServerSettings(source: RawSettings): ServerSettings {
  const settings = readSettings(serverFields, source);
  const { DRAFTSMITH_ROUTES: routes, DRAFTSMITH_LOCAL_URL: url, DRAFTSMITH_LOCAL_MODEL: model } = settings;
  // The server would be left out without a word, and the offline drafter would write in its place.
  if (url && !model && !routes)
    throw new AppError('invalid', `DRAFTSMITH_LOCAL_MODEL: expected ${serverFields.DRAFTSMITH_LOCAL_MODEL.expected}`, {
      code: 'settings.invalid',
    });
  return settings;
}

/** Without DRAFTSMITH_ROUTES: whatever has a key, hosted before local, and the offline drafter at the end. */
export function defaultRoutes(settings: ServerSettings): string {
  if (settings.DRAFTSMITH_ROUTES) return settings.DRAFTSMITH_ROUTES;
  const routes = [
    settings.OPENAI_API_KEY && 'openai/gpt-5-mini',
    settings.ANTHROPIC_API_KEY && 'anthropic/claude-sonnet-5',
    settings.DRAFTSMITH_LOCAL_URL && settings.DRAFTSMITH_LOCAL_MODEL && `local/${settings.DRAFTSMITH_LOCAL_MODEL}`,
    'offline',
  ];
  return routes.filter(Boolean).join(',');
}
