import { isAppError, toAppError } from '@draftsmith/errors';
import type { AdminApi } from './admin-api.ts';

const REMOVALS = [
  // Triggers first: Zendesk keeps a webhook that a trigger still calls.
  { key: 'trigger', what: 'trigger', remove: (api: AdminApi, id: string) => api.deleteTrigger(id) },
  { key: 'reply-trigger', what: 'trigger', remove: (api: AdminApi, id: string) => api.deleteTrigger(id) },
  { key: 'webhook', what: 'webhook', remove: (api: AdminApi, id: string) => api.deleteWebhook(id) },
  { key: 'events-webhook', what: 'webhook', remove: (api: AdminApi, id: string) => api.deleteWebhook(id) },
] as const;

/** Removes what `provision` made. @returns what could not be removed, as a person finds it in Zendesk */
export async function removeArtefacts(api: AdminApi, artefacts: Readonly<Record<string, string>>): Promise<string[]> {
  const left: string[] = [];
  for (const { key, what, remove } of REMOVALS) {
    const id = artefacts[key];
    if (id === undefined) continue;
    await remove(api, id).catch((thrown: unknown) => {
      if (isAppError(thrown) && thrown.status === 404) return;
      left.push(`the ${what} ${id} (${toAppError(thrown).message})`);
    });
  }
  return left;
}
