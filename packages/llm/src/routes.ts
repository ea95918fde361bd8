import { AppError } from '@draftsmith/errors';

export const PROVIDER_NAMES = ['openai', 'anthropic', 'local', 'offline'] as const;
export type ProviderName = (typeof PROVIDER_NAMES)[number];

/** One step of the chain: whom to ask for which model. */
export interface Route {
  provider: ProviderName;
  /** `composer` for the offline drafter, which has no models. */
  model: string;
}

export const OFFLINE_ROUTE: Route = { provider: 'offline', model: 'composer' };

/**
 * Reads `openai/gpt-5-mini,anthropic/claude-sonnet-5,local/qwen3,offline`. A model name may itself hold slashes
 * (`local/Qwen/Qwen3-8B`): only the first one separates.
 * @throws AppError `invalid` naming the entry and what was expected.
 */
export function parseRoutes(list: string): readonly Route[] {
  const entries = list.split(',').map((entry) => entry.trim());
  if (entries.every((entry) => entry === '')) throw wrong('The list of routes is empty');
  const routes = entries.map(parseRoute);
  const seen = new Set<string>();
  for (const route of routes.map(formatRoute)) {
    if (seen.has(route)) throw wrong(`The route "${route}" is listed twice`);
    seen.add(route);
  }
  return routes;
}

/** The inverse of parsing one entry. */
export function formatRoute(route: Route): string {
  return route.provider === 'offline' ? 'offline' : `${route.provider}/${route.model}`;
}

function parseRoute(entry: string): Route {
  if (entry === '') throw wrong('The list of routes holds an empty entry');
  if (entry === 'offline') return OFFLINE_ROUTE;
  const slash = entry.indexOf('/');
  const name = slash === -1 ? entry : entry.slice(0, slash);
  const model = slash === -1 ? '' : entry.slice(slash + 1).trim();
  const provider = PROVIDER_NAMES.find((known) => known === name.trim());
  if (!provider) throw wrong(`The route "${entry}" names an unknown provider`);
  if (provider === 'offline') throw wrong(`The route "${entry}" names a model, and the offline drafter has none`);
  if (model === '') throw wrong(`The route "${entry}" names no model`);
  return { provider, model };
}

function wrong(problem: string): AppError {
  return new AppError(
    'invalid',
    `${problem}. Expected a comma-separated list of provider/model in the order to try them, with ${PROVIDER_NAMES.slice(0, -1).join(', ')} as providers and "offline" without a model, e.g. openai/gpt-5-mini,anthropic/claude-sonnet-5,local/qwen3,offline`,
    { code: 'llm.routes' },
  );
}
