/** When spending processes begin: no window ends while they run. Milliseconds since the epoch. */
export const NOON: number = Date.UTC(2026, 10, 22, 12);
