import { randomUUID } from 'node:crypto';

export type PolicyName = 'TEN_SECONDLY_ROLLING' | 'DAILY' | 'SECONDLY';

/** The body of a 429. Source: usage guidelines; the sentence for a second is the one the official SDK looks for. */
export function rateLimitBody(policyName: PolicyName): Record<string, unknown> {
  return {
    status: 'error',
    message: `You have reached your ${policyName.toLowerCase()} limit.`,
    errorType: 'RATE_LIMIT',
    correlationId: randomUUID(),
    policyName,
    requestId: randomUUID(),
  };
}

export class RateLimited extends Error {
  readonly policyName: PolicyName;

  constructor(policyName: PolicyName) {
    super(policyName);
    this.policyName = policyName;
  }
}
