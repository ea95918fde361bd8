import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AppSettings, Subscription } from '@draftsmith/simulators/hubspot';

const PROJECT = join(import.meta.dirname, '../../../connectors/hubspot/project/src/app');

interface Hsmeta {
  config: {
    auth: { requiredScopes: string[]; optionalScopes: string[] };
    subscriptions: Record<string, Subscription[]>;
  };
}

const configOf = (file: string) => (JSON.parse(readFileSync(join(PROJECT, file), 'utf8')) as Hsmeta).config;

/** Our app as HubSpot knows it: from the very project that is uploaded there. */
export function uploadedApp(): Pick<AppSettings, 'requiredScopes' | 'optionalScopes'> & {
  subscriptions: readonly Subscription[];
} {
  const { requiredScopes, optionalScopes } = configOf('app-hsmeta.json').auth;
  const subscriptions = Object.values(configOf('webhooks/webhooks-hsmeta.json').subscriptions).flat();
  return { requiredScopes, optionalScopes, subscriptions };
}
