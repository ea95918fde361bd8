import { AppError } from '@draftsmith/errors';
import { readDetailedRoute } from './detailed-route.ts';
import { formatRoute, PROVIDER_NAMES, type Route, routeTo, WITHOUT_MODEL } from './route.ts';

/**
 * Reads `openai/gpt-5-mini,anthropic/claude-sonnet-5,local/qwen3,offline`. A model name may itself hold slashes
 * (`local/Qwen/Qwen3-8B`): only the first one separates. Or a JSON list of such entries and of objects with the finer
 * settings: `[{"route":"openai/gpt-5-mini","hedgeAfterMs":3000},"offline"]`.
 * @throws AppError `invalid` naming the entry and what was expected.
 */
export function parseRoutes(list: string): readonly Route[] {
  const routes = list.trim().startsWith('[') ? parseDetailed(list) : parseList(list);
  const seen = new Set<string>();
  for (const route of routes) {
    // The same model on two servers is two routes.
    const where = `${formatRoute(route)} ${route.baseUrl ?? ''}`;
    if (seen.has(where)) throw wrong(`The route "${formatRoute(route)}" is listed twice`);
    seen.add(where);
  }
  return routes;
}

function parseList(list: string): Route[] {
  const entries = list.split(',').map((entry) => entry.trim());
  if (entries.every((entry) => entry === '')) throw wrong('The list of routes is empty');
  return entries.map(parseRoute);
}

function parseDetailed(list: string): Route[] {
  const entries = readJson(list);
  if (!Array.isArray(entries) || entries.length === 0)
    throw wrong('The list of routes is not a JSON list with entries');
  return entries.map((entry: unknown, index) => {
    if (typeof entry === 'string') return parseRoute(entry.trim());
    const read = readDetailedRoute(entry);
    if ('problem' in read) throw wrong(`Entry ${index + 1} of the list of routes ${read.problem}`);
    return { ...parseRoute(read.route), ...read.settings };
  });
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw wrong('The list of routes begins with "[" and is not valid JSON');
  }
}

function parseRoute(entry: string): Route {
  if (entry === '') throw wrong('The list of routes holds an empty entry');
  const slash = entry.indexOf('/');
  const name = slash === -1 ? entry : entry.slice(0, slash);
  const model = slash === -1 ? '' : entry.slice(slash + 1).trim();
  const provider = PROVIDER_NAMES.find((known) => known === name.trim());
  if (!provider) throw wrong(`The route "${entry}" names an unknown provider`);
  if (WITHOUT_MODEL[provider] !== undefined) {
    if (slash !== -1) throw wrong(`The route "${entry}" names a model, and ${provider} has none`);
    return routeTo(provider);
  }
  if (model === '') throw wrong(`The route "${entry}" names no model`);
  return routeTo(provider, model);
}

function wrong(problem: string): AppError {
  const models = PROVIDER_NAMES.filter((name) => WITHOUT_MODEL[name] === undefined).join(', ');
  return new AppError(
    'invalid',
    `${problem}. Expected a comma-separated list of provider/model in the order to try them, with ${models} as providers, and "offline" and "canned" without a model, e.g. openai/gpt-5-mini,anthropic/claude-sonnet-5,local/qwen3,offline`,
    { code: 'llm.routes' },
  );
}
