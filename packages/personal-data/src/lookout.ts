/** How long drafts are looked out for that were under way: longer than all tries of a job together. */
export const LOOKOUT_MS = 24 * 60 * 60_000;
