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

/** What is left of `spans` beside `others`: whole words only, so that no half name becomes an entity. */
export function without<Kind extends Span>(text: string, spans: readonly Kind[], others: readonly Span[]): Kind[] {
  if (others.length === 0) return [...spans];
  const taken = mergeOverlaps(others);
  let first = 0;
  return mergeOverlaps(spans).flatMap((span) => {
    while ((taken[first]?.end ?? Number.POSITIVE_INFINITY) <= span.start) first++;
    const pieces: Kind[] = [];
    let { start } = span;
    for (let i = first; start < span.end; i++) {
      const other = taken[i];
      const end = Math.min(span.end, other?.start ?? span.end);
      if (end > start) pieces.push(...trimmed(text, { ...span, start, end }));
      if (!other || other.start >= span.end) break;
      start = Math.max(start, other.end);
    }
    return pieces;
  });
}

/** Without the commas and spaces at both ends; none when less than two letters or digits stay. */
function trimmed<Kind extends Span>(text: string, span: Kind): Kind[] {
  const written = text.slice(span.start, span.end);
  const match = /[\p{L}\p{N}].*[\p{L}\p{N}]/su.exec(written);
  return match ? [{ ...span, start: span.start + match.index, end: span.start + match.index + match[0].length }] : [];
}

/** Whether one of `stretches`, in order and apart, holds the whole span. */
export function isWithin(span: Span, stretches: readonly Span[]): boolean {
  let [low, high] = [0, stretches.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((stretches[middle]?.end ?? 0) < span.end) low = middle + 1;
    else high = middle;
  }
  return (stretches[low]?.start ?? span.end) <= span.start;
}

/** The text with the spans blanked out, every offset kept. */
export function masked(text: string, spans: readonly Span[]): string {
  let result = '';
  let end = 0;
  for (const span of mergeOverlaps(spans)) {
    result += text.slice(end, span.start) + '\0'.repeat(span.end - span.start);
    end = span.end;
  }
  return result + text.slice(end);
}
