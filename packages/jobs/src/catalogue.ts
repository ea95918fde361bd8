import type { DraftJob, KnowledgeJob, ProposalJob } from '@draftsmith/contracts';
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

const resource = z.strictObject({
  connector: identifier,
  account: identifier,
  resourceType: identifier,
  resourceId: identifier,
  deliveryId: identifier,
}) satisfies z.ZodType<DraftJob>;

/**
 * Every kind of job, in one place. Payloads are strict: a body or secret that slips into a job is a bug that stops here,
 * not a row in the database.
 */
export const jobCatalogue = {
  draft: {
    payload: resource,
    retryLimit: 8,
    retryDelay: 5,
    retryDelayMax: 600,
    expireInSeconds: 300,
  },
  /** Staff answered in public: what became of the draft? */
  reply: {
    payload: resource,
    retryLimit: 8,
    retryDelay: 10,
    retryDelayMax: 1800,
    expireInSeconds: 120,
  },
  /** A deal reached a stage at which a proposal is to wait. */
  prepare: {
    payload: resource,
    retryLimit: 8,
    retryDelay: 5,
    retryDelayMax: 600,
    expireInSeconds: 120,
  },
  /** What a rep asked for on a deal, or what was prepared: somebody waits for it, so few tries. */
  proposal: {
    payload: z.strictObject({ operationId: identifier }) satisfies z.ZodType<ProposalJob>,
    retryLimit: 3,
    retryDelay: 1,
    retryDelayMax: 10,
    expireInSeconds: 300,
  },
  /** The source system took words or a person away. It must not fail for good: the tries reach over two days. */
  forget: {
    payload: resource,
    retryLimit: 60,
    retryDelay: 10,
    retryDelayMax: 3600,
    expireInSeconds: 300,
  },
  knowledge: {
    payload: z.strictObject({
      connector: identifier,
      account: identifier,
      kind: z.enum(['article', 'macro', 'past-reply']),
    }) satisfies z.ZodType<KnowledgeJob>,
    retryLimit: 8,
    retryDelay: 30,
    retryDelayMax: 1800,
    expireInSeconds: 3600,
  },
  /** What an agent asked for beside a ticket; somebody waits for it, so few tries. */
  assist: {
    payload: z.strictObject({ operationId: identifier }),
    retryLimit: 2,
    retryDelay: 1,
    retryDelayMax: 5,
    expireInSeconds: 180,
  },
} as const satisfies Record<string, JobDefinition>;

export type JobName = keyof typeof jobCatalogue;
export type JobPayload<Name extends JobName> = z.infer<(typeof jobCatalogue)[Name]['payload']>;
