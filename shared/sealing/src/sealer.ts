/** Seals and opens texts that rest in the database. */
export interface Sealer {
  /**
   * @param context where it rests, e.g. `drafts.content/<id>`: what is copied to another place does not open there
   */
  seal(plain: string, context: string): string;
  /**
   * Opens what any key of the ring has sealed, and what an older version left unsealed.
   * @throws AppError `invalid`: `sealing.key-missing` when none of the keys fits, `sealing.damaged` when the text was changed
   */
  open(sealed: string, context: string): string;
  /** False for what an older key sealed, or nobody: it is to be sealed again. */
  isCurrent(sealed: string): boolean;
}
