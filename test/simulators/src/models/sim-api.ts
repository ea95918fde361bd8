import type { Express } from 'express';
import { z } from 'zod';
import type { ModelFault, ModelFaults } from './faults.ts';
import type { RecordedRequest } from './server.ts';

const afterChunks = z.number().int().nonnegative().exactOptional();

const faultSchema: z.ZodType<ModelFault> = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('status'),
    status: z.number().int(),
    retryAfterSeconds: z.number().exactOptional(),
    message: z.string().exactOptional(),
    code: z.string().exactOptional(),
  }),
  z.object({ kind: z.literal('refusal'), text: z.string().exactOptional() }),
  z.object({ kind: z.enum(['stall', 'cut', 'malformed', 'stream-error']), afterChunks }),
  z.object({
    kind: z.enum([
      'hang',
      'reset',
      'missing-end',
      'content-filter',
      'empty',
      'truncated',
      'html',
      'error-body',
      'context-too-long',
    ]),
  }),
]);

const ruleSchema = z.object({
  model: z.string().exactOptional(),
  times: z.number().int().positive().exactOptional(),
  fault: faultSchema,
});

/** The switches over HTTP, for processes that cannot hold the object. Loopback only, no credentials. */
export function registerModelSimApi(
  app: Express,
  { faults, requests }: { faults: ModelFaults; requests: readonly RecordedRequest[] },
): void {
  app.get('/_sim/faults', (_request, response) => {
    response.json({ faults: faults.list() });
  });
  app.post('/_sim/faults', (request, response) => {
    const parsed = ruleSchema.safeParse(request.body);
    if (!parsed.success) {
      response.status(400).json({ error: z.prettifyError(parsed.error) });
      return;
    }
    faults.set(parsed.data);
    response.status(201).json({ faults: faults.list() });
  });
  app.delete('/_sim/faults', (_request, response) => {
    faults.clear();
    response.status(204).end();
  });
  app.get('/_sim/requests', (_request, response) => {
    response.json({ requests });
  });
}
