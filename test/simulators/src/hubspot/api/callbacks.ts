import type { WorkflowActions } from '../platform/workflow-actions.ts';
import { inputsOf } from './batch.ts';
import type { Endpoints } from './endpoint.ts';
import { invalid } from './refusal.ts';

const SCOPES = ['automation'];
const MAX_INPUTS = 100;

/** Completion of blocked workflow actions, one or many. */
export function registerCallbacks(api: Endpoints, actionsOf: (portalId: number) => WorkflowActions | undefined): void {
  api.on('post', '/automation/callbacks/complete', SCOPES, ({ portal, body }) => {
    for (const { callbackId, outputFields } of inputsOf(body, MAX_INPUTS)) {
      actionsOf(portal.id)?.complete(String(callbackId), fields(outputFields));
    }
    return { status: 204 };
  });
  api.on('post', '/automation/callbacks/:id/complete', SCOPES, ({ portal, params, body }) => {
    actionsOf(portal.id)?.complete(params.id ?? '', fields(body.outputFields));
    return { status: 204 };
  });
}

function fields(value: unknown): Record<string, unknown> {
  if (typeof value !== 'object' || value === null) throw invalid('Invalid input JSON: outputFields is required');
  return value as Record<string, unknown>;
}
