import type { ProcessingReceipt } from '@draftsmith/contracts';

/** What the receipts of one draft come to. */
export interface ReceiptFacts {
  /** Distinct values by type, most first. */
  replaced: [type: string, count: number][];
  /** Where it went outside this machine, each once, in the order of sending. */
  recipients: { host: string; region: string | null }[];
  /** Calls that were answered by a model on this machine. */
  local: boolean;
  /** Calls that the leak check stopped before anything was sent. */
  stopped: number;
  /** Calls that were not sent because the leak check itself could not be done. */
  unchecked: number;
}

/** As the route's receipts name the machine that Draftsmith runs on. */
const THIS_MACHINE = 'this machine';

/**
 * Every try of one draft replaces the same values, so the most of one type counts once; a second opinion may hold fewer.
 */
export function factsOf(receipts: readonly ProcessingReceipt[]): ReceiptFacts {
  const most = new Map<string, number>();
  const recipients = new Map<string, { host: string; region: string | null }>();
  for (const { replaced, host, region } of receipts) {
    for (const [type, count] of Object.entries(replaced)) {
      if (count > 0) most.set(type, Math.max(count, most.get(type) ?? 0));
    }
    if (host !== null && region !== THIS_MACHINE) recipients.set(`${host} ${region}`, { host, region });
  }
  return {
    replaced: [...most].sort((a, b) => b[1] - a[1]),
    recipients: [...recipients.values()],
    local: receipts.some(({ host, region }) => host !== null && region === THIS_MACHINE),
    stopped: receipts.filter(({ outcome }) => outcome === 'leak').length,
    unchecked: receipts.filter(({ outcome }) => outcome === 'leak-check').length,
  };
}

/** Nothing was sent: something personal was still in it, or nobody could tell. */
export function wasHeldBack({ outcome }: ProcessingReceipt): boolean {
  return outcome === 'leak' || outcome === 'leak-check';
}
