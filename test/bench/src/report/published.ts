/**
 * For scale, published elsewhere and not measured here: a widely used automation server that does the same five calls
 * on two cores.
 */
export const AUTOMATION_SERVER = {
  acknowledgedPerSecond: 10,
  /** Milliseconds, with 20 webhooks at once. */
  acknowledgeP50: 1_900,
  draftsPerSecond: 10,
  /** MB under load. */
  memoryMb: 1_040,
} as const;
