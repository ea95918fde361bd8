import type { Part } from './cast.ts';
import type { Arrival } from './fault-server/exchange.ts';
import type { Complaint } from './faults/fault.ts';
import type { Reply, Seen } from './world.ts';

/** The first thing that is wrong. */
export function first(...complaints: readonly Complaint[]): Complaint {
  return complaints.find((complaint) => complaint !== undefined);
}

/** Everything was answered, in time, by one of the two. */
export function answered(seen: Seen, { by, withinMs }: { by?: 'primary' | 'fallback'; withinMs: number }): Complaint {
  if (seen.replies.length === 0) return 'nothing was asked';
  return first(...seen.replies.map((reply, index) => answeredOne(seen, reply, { by, withinMs, index })));
}

function answeredOne(
  seen: Seen,
  reply: Reply,
  { by, withinMs, index }: { by: 'primary' | 'fallback' | undefined; withinMs: number; index: number },
): Complaint {
  const which = seen.replies.length > 1 ? `question ${index + 1}` : 'the question';
  const { result } = reply;
  if (result.kind !== 'answered') return `${which} was not answered: ${result.kind}, "${result.detail}"`;
  const ms = reply.repliedMs - reply.askedMs;
  if (ms > withinMs) return `${which} took ${seconds(ms)}, more than ${seconds(withinMs)}`;
  if (by && result.completion.text !== seen.cast[by].text) return `${which} was not answered by the ${by}`;
  return undefined;
}

/** A vendor was not asked more often than that within any such window of time. */
export function askedAtMost(
  arrivals: readonly Arrival[],
  times: number,
  withinMs = Number.POSITIVE_INFINITY,
): Complaint {
  const crowded = arrivals.some(({ at }, index) => {
    const after = arrivals.slice(index).filter((other) => other.at < at + withinMs);
    return after.length > times;
  });
  const window = Number.isFinite(withinMs) ? ` within ${seconds(withinMs)}` : '';
  return crowded ? `${arrivals[0]?.model} was asked more than ${times} times${window}` : undefined;
}

/** After its first request, a vendor was left alone for so long. */
export function leftAlone(arrivals: readonly Arrival[], ms: number): Complaint {
  const [one, two] = arrivals;
  if (!one || !two || two.at - one.at >= ms) return undefined;
  return `${two.model} was asked again after ${seconds(two.at - one.at)}, before the ${seconds(ms)} that it had asked for`;
}

/** The fallback was asked no later than that. */
export function switchedWithin({ fallback, startedAt }: Seen, ms: number): Complaint {
  const at = fallback[0]?.at;
  if (at === undefined) return 'the fallback was never asked';
  return at - startedAt > ms ? `the fallback was asked after ${seconds(at - startedAt)}` : undefined;
}

/** Whoever is too slow is hung up on: an answer that nobody waits for would still be paid for. */
export function hungUp(arrivals: readonly Arrival[]): Complaint {
  const open = arrivals.find(({ abandoned }) => !abandoned);
  return open ? `the connection to ${open.model} was left open` : undefined;
}

export function neverAsked(arrivals: readonly Arrival[]): Complaint {
  return arrivals.length > 0 ? `${arrivals[0]?.model} was asked all the same` : undefined;
}

/** A text that is not the whole text of whoever is said to have given it: the worst failure there is. */
export function falseText({ cast, replies }: Seen): Complaint {
  for (const { result } of replies) {
    if (result.kind !== 'answered') continue;
    const { text } = result.completion;
    const parts = [cast.primary, cast.fallback];
    if (parts.some((part) => part.text === text)) continue;
    return `a wrong text was passed off as an answer: ${describe(text, parts)}`;
  }
  return undefined;
}

function describe(text: string, parts: readonly Part[]): string {
  const source = parts.find((part) => part.text.startsWith(text.slice(0, 12)));
  if (!source || text === '') return `${text.length} characters that nobody wrote`;
  if (source.text.startsWith(text)) return `the first ${text.length} of ${source.text.length} characters`;
  return `${text.length} characters where ${source.model} wrote ${source.text.length}`;
}

export function seconds(ms: number): string {
  return `${(ms / 1_000).toFixed(1)} s`;
}
