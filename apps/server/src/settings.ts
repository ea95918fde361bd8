import { AppError } from '@draftsmith/errors';
import { LOG_LEVELS } from '@draftsmith/logger';
import { policyParts } from '@draftsmith/policies';
import { parseKeys } from '@draftsmith/sealing';
import { field, type RawSettings, readSettings, type ValuesOf } from '@draftsmith/settings';
import { z } from 'zod';

const url = z.url({ protocol: /^https?$/ });
const optional = z.string().optional();
/** Commas part the entries. */
const listOf = (entries: z.ZodType<string[], string[]>) =>
  z
    .string()
    .default('')
    .transform((text) => text.split(','))
    .pipe(entries);

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
  DRAFTSMITH_KEYS: field(
    z
      .string()
      .refine((text) => parseKeys(text) !== undefined)
      .optional(),
    'keys that seal what is stored, newest first, separated by commas, each 32 bytes as 64 hexadecimal or 43 base64 characters',
    'without it, a key file is made in the data folder; make one with: openssl rand -hex 32',
  ),
  DRAFTSMITH_METRICS_TOKEN: field(
    z.string().min(16).optional(),
    'a secret of at least 16 characters',
    'make one with: openssl rand -hex 16',
  ),
  OTEL_EXPORTER_OTLP_ENDPOINT: field(
    url.optional(),
    'the http(s) URL of an OpenTelemetry collector, e.g. http://localhost:4318',
  ),
  OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: field(
    url.optional(),
    'the http(s) URL that takes traces, e.g. http://localhost:4318/v1/traces',
  ),
  DRAFTSMITH_ROUTES: field(optional, 'providers in order, e.g. openai/gpt-5-mini,anthropic/claude-sonnet-5,offline'),
  DRAFTSMITH_DEADLINE_SECONDS: field(
    z.coerce.number().min(1).max(600).default(60),
    'how long all attempts of an answer may take together, 1 to 600 seconds',
  ),
  DRAFTSMITH_BUDGETS: field(optional, 'limits in US dollars, e.g. suite=300/month,account=20/day'),
  DRAFTSMITH_BUDGET_ORPHANS: field(
    z.enum(['charge', 'release']).default('charge'),
    'charge or release: what becomes of money that a killed process had set aside',
  ),
  DRAFTSMITH_CACHE_HOURS: field(
    z.coerce.number().min(0).max(8_760).default(24),
    'how long answers are kept for identical questions, in hours; 0 for not at all',
  ),
  DRAFTSMITH_KEEP_TEXTS_DAYS: field(
    z.coerce.number().min(0).max(3_650).default(30),
    'how long redacted prompts and answers are kept, in days; 0 for not at all',
  ),
  DRAFTSMITH_RETENTION: field(
    optional,
    'kinds with the days they are kept, e.g. drafts=180,proposals=180,records=730,deliveries=30,audit=1095, or forever',
  ),
  DRAFTSMITH_LOCAL_ONLY: field(
    z.stringbool().default(false),
    'true or false: whether no provider outside this machine may be asked, but for DRAFTSMITH_ALLOWED_HOSTS',
  ),
  DRAFTSMITH_ALLOWED_HOSTS: field(optional, 'hosts that local-only allows, e.g. gpu.internal,llm.example.com'),
  DRAFTSMITH_UNSUPPORTED: field(
    policyParts.unsupported.default('mark'),
    'mark, strike, question or withhold: what becomes of sentences that no source supports',
  ),
  DRAFTSMITH_ALLOWED_LINKS: field(
    listOf(policyParts.links),
    'hosts or addresses that need no source, e.g. help.example.com,https://example.com/help/',
  ),
  DRAFTSMITH_SECOND_OPINION: field(
    z.stringbool().default(false),
    'true or false: whether a model is asked about sentences that no source supports; it costs',
  ),
  DRAFTSMITH_ALLOW_WORDS: field(
    listOf(policyParts.words),
    'names and values that are never replaced in prompts, of at least two characters each, e.g. Acme,+49 30 901820',
  ),
  DRAFTSMITH_DENY_WORDS: field(
    listOf(policyParts.words),
    'names and values that are always replaced in prompts, of at least two characters each, e.g. Project Falcon',
  ),
  DRAFTSMITH_REGIONS: field(
    listOf(policyParts.regions),
    'countries whose national phone numbers are looked for, as two letters each, e.g. DE,US',
  ),
  DRAFTSMITH_SURROGATES: field(
    policyParts.surrogates.default('placeholders'),
    'placeholders or realistic: what stands in prompts for people',
  ),
  DRAFTSMITH_PRESIDIO_URL: field(
    url.optional(),
    'the http(s) URL of a Presidio analyzer, which gets texts as they are, e.g. http://127.0.0.1:5002',
  ),
  DRAFTSMITH_PRESIDIO_MIN_SCORE: field(
    z.coerce.number().min(0).max(1).default(0.5),
    'a number from 0 to 1: findings of the Presidio analyzer below it are left out',
  ),
  DRAFTSMITH_CANNED_ANSWER: field(optional, 'what the route "canned" answers when nobody else can'),
  REDIS_URL: field(
    z.url({ protocol: /^rediss?$/ }).optional(),
    'a Redis URL such as redis://host:6379, or nothing: then processes do not share their answers',
  ),
  DRAFTSMITH_LOCAL_URL: field(
    url.optional(),
    'the base URL of an OpenAI-compatible server, e.g. http://127.0.0.1:11434/v1',
  ),
  DRAFTSMITH_LOCAL_MODEL: field(optional, 'the name of a model on the local server'),
  DRAFTSMITH_LOCAL_KEY: field(optional, 'the key of the local server, where it wants one'),
  DRAFTSMITH_EMBEDDINGS_URL: field(
    url.optional(),
    'the base URL of a server with /embeddings as OpenAI made it, which gets questions as they are, e.g. http://127.0.0.1:11434/v1',
  ),
  DRAFTSMITH_EMBEDDINGS_MODEL: field(optional, 'the embeddings model'),
  DRAFTSMITH_EMBEDDINGS_DIMENSIONS: field(
    z.coerce.number().int().min(2).max(8_192).optional(),
    'how many numbers the embeddings model gives for a text, e.g. 1024',
  ),
  DRAFTSMITH_EMBEDDINGS_KEY: field(optional, 'the key of the embeddings server, where it wants one'),
  DRAFTSMITH_EMBEDDINGS_LANGUAGES: field(
    optional,
    'the languages that the embeddings model knows, e.g. en,de; all when empty',
  ),
  OPENAI_API_KEY: field(optional, 'an OpenAI API key, or several separated by commas', 'platform.openai.com, API keys'),
  OPENAI_BASE_URL: field(url.optional(), 'an http(s) URL'),
  ANTHROPIC_API_KEY: field(
    optional,
    'an Anthropic API key, or several separated by commas',
    'console.anthropic.com, API keys',
  ),
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

/** Hosts beside this machine that local-only allows, in small letters. */
export function allowedHosts({ DRAFTSMITH_ALLOWED_HOSTS: hosts = '' }: ServerSettings): string[] {
  return hosts.split(',').flatMap((entry) => entry.trim().toLowerCase() || []);
}
