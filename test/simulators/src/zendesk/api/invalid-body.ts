import type { z } from 'zod';
import { type Reply, recordInvalid } from './reply.ts';

/** 422 that names the first field of a body that does not fit its schema. */
export function invalidBody(error: z.ZodError): Reply {
  const field = String(error.issues[0]?.path.at(-1) ?? 'base');
  return recordInvalid(field, `${field}: is invalid`, 'InvalidValue');
}
