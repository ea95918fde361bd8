/** A job carries identifiers only: bodies, headers and secrets never reach the queue. */
export interface DraftJob {
  connector: string;
  account: string;
  resourceType: string;
  resourceId: string;
  deliveryId: string;
}
