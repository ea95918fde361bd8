import type { Express } from 'express';
import { anthropic } from './dialects/anthropic.ts';
import { missingKey } from './dialects/dialect.ts';
import { openaiChat } from './dialects/openai-chat.ts';

/** Unix seconds of the day that every simulated model pretends to be from. */
const CREATED = 1_767_225_600;

/** `GET /v1/models` is one path for two APIs; Anthropic's clients show themselves by their version header. */
export function registerModelList(app: Express, models: readonly string[]): void {
  app.get(['/v1/models', '/v1/models/:id'], (request, response) => {
    const forAnthropic = request.get('anthropic-version') !== undefined;
    const dialect = forAnthropic ? anthropic : openaiChat;
    if (!dialect.hasKey(request.headers)) {
      response.status(401).json(dialect.errorBody(missingKey(), 'req_models'));
      return;
    }
    const describe = forAnthropic ? anthropicModel : openaiModel;
    const id = 'id' in request.params ? String(request.params.id) : undefined;
    if (id !== undefined) {
      const problem = { status: 404, message: `The model '${id}' does not exist`, code: 'model_not_found' };
      if (models.includes(id)) response.json(describe(id));
      else response.status(404).json(dialect.errorBody(problem, 'req_models'));
    } else if (forAnthropic) {
      const ends = { first_id: models[0] ?? null, last_id: models.at(-1) ?? null };
      response.json({ data: models.map(describe), has_more: false, ...ends });
    } else {
      response.json({ object: 'list', data: models.map(describe) });
    }
  });
}

function openaiModel(id: string): Record<string, unknown> {
  return { id, object: 'model', created: CREATED, owned_by: 'simulator' };
}

function anthropicModel(id: string): Record<string, unknown> {
  return { type: 'model', id, display_name: id, created_at: new Date(CREATED * 1000).toISOString() };
}
