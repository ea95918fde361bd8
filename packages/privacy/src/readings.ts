import type { Entity, Recogniser } from './entity.ts';
import type { FoundEntity } from './find-entities.ts';
import type { Span } from './overlaps.ts';

/** What was found in one text. */
export interface Reading {
  /** What a customer wrote that looks like a surrogate. */
  lookalikes: readonly Span[];
  found: readonly FoundEntity[];
}

/** The texts of a request that were read already: most are redacted after they were learned, some twice. */
export interface Readings {
  /** Reads what was not read yet; `recognise` adds what it finds. */
  learn(texts: readonly string[], recognise?: Recogniser): void;
  of(text: string): Reading;
}

/** UTF-16 units of the texts that are remembered: far above any request, far below what a process may hold. */
const MOST_REMEMBERED = 4_000_000;

export function createReadings(read: (text: string, more: readonly Entity[]) => Reading): Readings {
  const byText = new Map<string, Reading>();
  let size = 0;

  const remember = (text: string, reading: Reading): Reading => {
    if (!byText.has(text)) size += text.length;
    byText.set(text, reading);
    for (const oldest of byText.keys()) {
      if (size <= MOST_REMEMBERED) break;
      byText.delete(oldest);
      size -= oldest.length;
    }
    return reading;
  };
  return {
    learn(texts, recognise) {
      for (const text of new Set(texts))
        if (recognise || !byText.has(text)) remember(text, read(text, recognise?.(text) ?? []));
    },
    of: (text) => byText.get(text) ?? remember(text, read(text, [])),
  };
}
