/** Stands for values that are no names, and for those that come after too many others. */
export const OTHER = 'other';

const NAME = /^[\w.:/@+-]{1,100}$/;

/** Models name themselves, and a server may put anything there: only what looks like a name goes into telemetry. */
export function toName(value: string): string {
  return NAME.test(value) ? value : OTHER;
}

/**
 * Bounds the values of one metric label: each new one is a new time series, and a server that invents a model name with
 * every answer would fill the memory of whoever stores them.
 * @param most how many different values are told apart
 * @returns empty for no value, which Prometheus treats as no label
 */
export function createLabelValues(most: number): (value: string | null | undefined) => string {
  const known = new Set<string>();
  return (value) => {
    if (!value) return '';
    const name = toName(value);
    if (known.has(name) || name === OTHER) return name;
    if (known.size >= most) return OTHER;
    known.add(name);
    return name;
  };
}
