/** A job carries identifiers only: bodies, headers and secrets never reach the queue. */
export interface DraftJob {
  connector: string;
  account: string;
  resourceType: string;
  resourceId: string;
  deliveryId: string;
}

/** A proposal's operation: start, regenerate, attach ... */
export interface ProposalJob {
  operationId: string;
}

/** Reads one kind of an account's knowledge anew, from where the last reading ended. */
export interface KnowledgeJob {
  connector: string;
  account: string;
  kind: 'article' | 'macro' | 'past-reply';
}
