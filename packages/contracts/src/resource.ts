/** Names one thing in one account of one source system. Every id is a string: some systems' ids exceed 2^53. */
export interface ResourceRef {
  /** Connector id, e.g. `zendesk`. */
  connector: string;
  /** The account within the source system, e.g. the Zendesk subdomain. */
  account: string;
  /** What it is there, e.g. `ticket`. */
  type: string;
  id: string;
}
