/** What decides when the server is asked again. */
export interface Standing {
  /** Something is under way there. */
  busy: boolean;
  /** Looks since it began. */
  looks: number;
  /** Looks in a row that failed. */
  failures: number;
}

const BUSY_MS = [800, 1_000, 1_200, 1_500, 2_000, 3_000];
const LONG_MS = 5_000;
/** A customer's new message comes as an event of the framework; this is for when it does not. */
const IDLE_MS = 60_000;
const AFTER_FAILURE_MS = [2_000, 4_000, 8_000, 16_000];
const OUTAGE_MS = 30_000;

/**
 * How long to wait before the next look, in ms. Zendesk lets an app make 100 requests a minute for each agent, over all
 * open tickets.
 */
export function untilNextLook({ busy, looks, failures }: Standing): number {
  if (failures > 0) return AFTER_FAILURE_MS[failures - 1] ?? OUTAGE_MS;
  return busy ? (BUSY_MS[looks] ?? LONG_MS) : IDLE_MS;
}
