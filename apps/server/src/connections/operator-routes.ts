import { AppError } from '@draftsmith/errors';
import express, { Router } from 'express';
import type { z } from 'zod';
import { parsedBody } from '../console-api/parsed-body.ts';
import type { Connections } from './connections.ts';
import { type OperationName, operations } from './operations.ts';

/** The operations of the command line, asked of a server that runs. Mounted behind the operator's guard. */
export function connectionOperations(connections: Connections): Router {
  const router = Router();
  router.post('/connections/:operation', express.json({ limit: '64kb' }), async (request, response) => {
    const name = String(request.params.operation);
    if (!Object.hasOwn(operations, name)) throw new AppError('not-found', 'There is no such operation');
    const { schema, run } = operations[name as OperationName];
    const answer = await run(connections, parsedBody(schema as z.ZodType, request.body) as never);
    response.json({ kind: `connections.${name}`, ...answer });
  });
  return router;
}
