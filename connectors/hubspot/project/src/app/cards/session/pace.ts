/** What decides when the server is asked again. */
export interface Standing {
  /** Something is under way there. */
  busy: boolean;
  /** Looks since it began. */
  looks: number;
  /** Looks in a row that brought nothing. */
  failures: number;
}

const BUSY_MS = 2_000;
/** After a minute and after five, an operation is asked after less often. */
const LONG = [
  { looks: 30, ms: 4_000 },
  { looks: 90, ms: 8_000 },
];
const AFTER_FAILURE_MS = [2_000, 4_000, 8_000, 16_000, 30_000, 30_000, 60_000, 60_000];

/**
 * How long to wait before the next look, in ms; undefined: until somebody asks. A card that nobody looks at cannot know it,
 * so an idle one stays quiet: each look makes the server read the deal.
 */
export function untilNextLook({ busy, looks, failures }: Standing): number | undefined {
  if (failures > 0) return AFTER_FAILURE_MS[failures - 1];
  if (!busy) return undefined;
  return LONG.findLast((stage) => looks >= stage.looks)?.ms ?? BUSY_MS;
}
