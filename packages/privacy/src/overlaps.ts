/** A stretch of a text; `value` is what it stands for when its spelling there is not the usual one. */
export interface Span {
  start: number;
  end: number;
  value?: string;
}

/**
 * In order of start, overlapping spans joined into one that covers them all: half an address must not stay behind. The
 * longest says what the joined one is; of equals the one given first.
 */
export function mergeOverlaps<Kind extends Span>(spans: readonly Kind[]): Kind[] {
  const merged: Kind[] = [];
  // Sorting is stable, so equals keep the order they were given in.
  for (const span of [...spans].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = merged.at(-1);
    if (!last || span.start >= last.end) merged.push(span);
    else if (span.end > last.end) merged[merged.length - 1] = joined(last, span);
  }
  return merged;
}

/** The joined text is more than the known value, so that is dropped. */
function joined<Kind extends Span>(first: Kind, second: Kind): Kind {
  const longer = first.end - first.start >= second.end - second.start ? first : second;
  const whole = { ...longer, start: first.start, end: second.end };
  delete whole.value;
  return whole;
}
