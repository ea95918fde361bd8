/**
 * The JSON that rows hold. The shapes are those of @draftsmith/contracts; a leaf may not import packages, so they are
 * spelled here as far as storage cares, and the writers' types are checked against them where they meet.
 */
export interface Outcome {
  kind: 'drafted' | 'skipped' | 'failed';
  [detail: string]: unknown;
}

export interface Attempt {
  provider: string;
  model: string;
  outcome: 'answered' | 'abstained' | 'refused' | 'failed' | 'superseded';
  ms: number;
  retryable?: boolean;
  detail?: string;
}

export interface SkippedRoute {
  provider: string;
  model: string;
  reason: string;
}

export interface ResourceFacts {
  brand?: string;
  group?: string;
  form?: string;
  assignee?: string;
  channel?: string;
  tags: readonly string[];
  replies: number;
  askedAt?: string;
}
