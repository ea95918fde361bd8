import type { DraftJob } from '@draftsmith/contracts';
import { z } from 'zod';

export interface JobDefinition {
  payload: z.ZodType<object>;
  /** Tries after the first. */
  retryLimit: number;
  /** Seconds before the first retry; doubled for each further one, with jitter. */
  retryDelay: number;
  retryDelayMax: number;
  /** Seconds that one try may take. */
  expireInSeconds: number;
}

const identifier = z.string().min(1).max(200);

/**
 * Every kind of job, in one place. Payloads are strict: a body or secret that slips into a job is a bug that stops here,
 * not a row in the database.
 */
export const jobCatalogue = {
  draft: {
    payload: z.strictObject({
      connector: identifier,
      account: identifier,
      resourceType: identifier,
      resourceId: identifier,
      deliveryId: identifier,
    }) satisfies z.ZodType<DraftJob>,
    retryLimit: 8,
    retryDelay: 5,
    retryDelayMax: 600,
    expireInSeconds: 300,
  },
} as const satisfies Record<string, JobDefinition>;

export type JobName = keyof typeof jobCatalogue;
export type JobPayload<Name extends JobName> = z.infer<(typeof jobCatalogue)[Name]['payload']>;
