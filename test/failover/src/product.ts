import {
  type ChainConfig,
  type Clock,
  type CompletionRequest,
  type CompletionResult,
  createChain,
  parseRoutes,
} from '@draftsmith/llm';
import { silentLogger } from '@draftsmith/logger';

/** What is put to the test: whoever gives a text for a request, given routes. */
export type Product = (setup: ProductSetup) => Asker;

export interface Asker {
  complete(request: CompletionRequest): Promise<CompletionResult>;
}

export interface ProductSetup {
  /** As in DRAFTSMITH_ROUTES. */
  routes: string;
  /** Base URLs without a version. */
  openaiOrigin: string;
  anthropicOrigin: string;
  /** Which of OpenAI's two APIs is spoken. */
  api: 'chat' | 'responses';
  clock: Clock;
  /** Uniform in [0, 1). */
  random: () => number;
}

/** Ours, with the settings that everybody gets who sets none. */
export const draftsmith: Product = draftsmithWith((config) => config);

export function draftsmithWith(change: (config: ChainConfig) => ChainConfig): Product {
  return ({ routes, openaiOrigin, anthropicOrigin, api, clock, random }) => {
    const config: ChainConfig = {
      routes: parseRoutes(routes).map((route) => (route.provider === 'openai' ? { ...route, api } : route)),
      openai: { apiKeys: ['sk-failover-openai'], baseUrl: `${openaiOrigin}/v1` },
      anthropic: { apiKeys: ['sk-failover-anthropic'], baseUrl: anthropicOrigin },
      cache: 'off',
    };
    return createChain(change(config), { logger: silentLogger, clock, random });
  };
}
