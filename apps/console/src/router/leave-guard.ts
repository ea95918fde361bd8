/** A page with changes that are not saved. */
export interface LeaveGuard {
  /** Its own address. */
  address: string;
  /** Told where somebody wants to go; calls `go` if they may. */
  ask(go: () => void, to: string): void;
}

let guard: LeaveGuard | null = null;

export function setLeaveGuard(next: LeaveGuard | null): void {
  guard = next;
}

/**
 * Whether the way to `to` is barred until a person has decided. The guard is asked, and lets go of itself by `navigate`
 * once `go` was called.
 *
 * @param comeBack for a way that was already gone: leads back to the guarded address
 */
export function stopped(to: string, comeBack?: (guarded: string) => void): boolean {
  const asked = guard;
  if (asked === null || asked.address === to) return false;
  comeBack?.(asked.address);
  asked.ask(() => setLeaveGuard(null), to);
  return true;
}
