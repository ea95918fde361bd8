import { AppError } from '@draftsmith/errors';
import type { Logger } from '@draftsmith/logger';
import { createBreaker } from './chain/breaker.ts';
import { createKeyRing } from './chain/key-ring.ts';
import type { Step } from './chain/step.ts';
import type { Clock } from './clock.ts';
import { checkBaseUrl, checkKey } from './connection.ts';
import type { ChainConfig, ChainDeps } from './create-chain.ts';
import type { Provider, StreamLimits } from './provider.ts';
import { createProvider, type ProviderOptions } from './providers/create.ts';
import { formatRoute, type Route } from './routes/route.ts';
import { hostOf, isThisMachine } from './routes/where.ts';

/** A remote model that has said nothing after this long will rather be slow than late: ask the next one. */
const REMOTE_LIMITS: StreamLimits = { connectMs: 5_000, firstTokenMs: 12_000, idleMs: 10_000, endGraceMs: 300 };
/** On a laptop, reading a long prompt alone takes this long. */
const LOCAL_LIMITS: StreamLimits = { connectMs: 5_000, firstTokenMs: 45_000, idleMs: 20_000, endGraceMs: 300 };

type StepDeps = ChainDeps & { clock: Clock; logger: Logger };

/**
 * A chain's steps from its settings: providers shared by the routes that go to the same place, keys and breakers of each.
 * @throws AppError `invalid` for a malformed key or address, or when no route is left
 */
export function toSteps(
  config: ChainConfig,
  deps: StepDeps,
): { steps: Step[]; dropped: { route: Route; reason: string }[] } {
  const steps: Step[] = [];
  const dropped: { route: Route; reason: string }[] = [];
  const providers = new Map<string, Provider>();
  for (const configured of config.routes) {
    checkPrice(configured);
    const { route, apiKeys, missing } = withAccess(configured, config);
    if (missing !== undefined) {
      dropped.push({ route, reason: missing });
      deps.logger.info('A route is left out of the provider chain', { route: formatRoute(route), reason: missing });
      continue;
    }
    // Two models of one vendor share a client and its connections.
    const shared = `${route.provider} ${route.api ?? ''} ${route.baseUrl ?? ''}`;
    const provider = providers.get(shared) ?? createProvider(route.provider, providerOptions(route, config, deps));
    providers.set(shared, provider);
    steps.push(toStep(route, { provider, apiKeys, limits: config.limits?.[route.provider] }, deps));
  }
  if (steps.length > 0) return { steps, dropped };
  const reasons = dropped.map(({ route, reason }) => `${formatRoute(route)}: ${reason}`).join('; ');
  const message = `No route of the provider chain can be used (${reasons}). Set a key or add "offline"`;
  throw new AppError('invalid', message, { code: 'llm.no-route' });
}

function providerOptions({ api, baseUrl }: Route, { cannedText }: ChainConfig, deps: StepDeps): ProviderOptions {
  return {
    clock: deps.clock,
    ...(api === undefined ? {} : { api }),
    ...(baseUrl === undefined ? {} : { baseUrl }),
    ...(cannedText === undefined ? {} : { cannedText }),
    ...(deps.fetch ? { fetch: deps.fetch } : {}),
  };
}

function toStep(
  route: Route,
  {
    provider,
    apiKeys,
    limits,
  }: { provider: Provider; apiKeys: readonly string[]; limits: Partial<StreamLimits> | undefined },
  { clock, logger }: { clock: Clock; logger: Logger },
): Step {
  const byDefault = route.provider === 'local' ? LOCAL_LIMITS : REMOTE_LIMITS;
  const onChange = (change: 'opened' | 'closed', pauseMs: number) =>
    change === 'opened'
      ? logger.warn('A route keeps failing and is left alone for a while', { route: formatRoute(route), pauseMs })
      : logger.info('A route answers again', { route: formatRoute(route) });
  return {
    route,
    provider,
    limits: { ...byDefault, ...limits, ...route.limits },
    keys: createKeyRing(clock, apiKeys),
    breaker: createBreaker({ clock, onChange }),
  };
}

function mayBeAsked(host: string, { onlyHosts }: ChainConfig): boolean {
  return onlyHosts === undefined || isThisMachine(host) || onlyHosts.includes(host);
}

/** Where each provider's settings come from, in the words of who sets them. */
const SETTINGS = {
  openai: { key: 'OPENAI_API_KEY', url: 'OPENAI_BASE_URL', needsKey: true, host: 'api.openai.com' },
  anthropic: { key: 'ANTHROPIC_API_KEY', url: 'ANTHROPIC_BASE_URL', needsKey: true, host: 'api.anthropic.com' },
  local: { key: 'DRAFTSMITH_LOCAL_KEY', url: 'DRAFTSMITH_LOCAL_URL', needsKey: false, host: undefined },
} as const;

/** The route with its address, and its keys; `missing` says why it cannot be used. */
function withAccess(route: Route, config: ChainConfig): { route: Route; apiKeys: readonly string[]; missing?: string } {
  if (route.provider === 'offline' || route.provider === 'canned') return { route, apiKeys: [] };
  const setting = SETTINGS[route.provider];
  const access = config[route.provider] ?? {};
  const apiKeys = (access.apiKeys ?? []).flatMap((key) => checkKey(setting.key, key) ?? []);
  const baseUrl = checkBaseUrl(setting.url, route.baseUrl ?? access.baseUrl);
  const known = { route: { ...route, ...(baseUrl === undefined ? {} : { baseUrl }) }, apiKeys };
  if (setting.needsKey && apiKeys.length === 0) return { ...known, missing: `${setting.key} is not set` };
  const host = baseUrl === undefined ? setting.host : hostOf(baseUrl);
  if (host === undefined) return { ...known, missing: `${setting.url} is not set` };
  if (!mayBeAsked(host, config)) return { ...known, missing: `${host} is outside of what local-only allows` };
  return known;
}

/** What is no price would count as none, and pass under every budget. */
function checkPrice(route: Route): void {
  for (const [name, usd] of Object.entries(route.price ?? {})) {
    if (typeof usd === 'number' && usd >= 0 && Number.isFinite(usd)) continue;
    const message = `The price of ${formatRoute(route)} (${name}): expected US dollars per million tokens, 0 or more`;
    throw new AppError('invalid', message, { code: 'llm.routes' });
  }
}
