/** Whose knowledge it is. */
export interface LibraryAccount {
  /** E.g. `zendesk`. */
  connector: string;
  account: string;
}
