/** Settings as they come from outside: names as in the environment, values as text. */
export type RawSettings = Readonly<Record<string, string | undefined>>;

/** The only door to `process.env`; everything else gets its settings as parameters. */
export function environment(): RawSettings {
  return { ...process.env };
}
