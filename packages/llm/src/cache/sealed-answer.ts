import type { KeptAnswer } from './answer-store.ts';

/** A kept answer that no caller can change for the next one: what is mutable in it lies there as JSON. */
export interface SealedAnswer {
  readonly text: string;
  readonly provider: string;
  readonly model: string;
  readonly usedSourceIds?: readonly string[];
  /** JSON of the structured answer. */
  readonly data?: string;
}

export function seal({ text, provider, model, usedSourceIds, data }: KeptAnswer): SealedAnswer {
  return {
    text,
    provider,
    model,
    ...(usedSourceIds && { usedSourceIds: [...usedSourceIds] }),
    ...(data !== undefined && { data: JSON.stringify(data) }),
  };
}

export function unseal({ text, provider, model, usedSourceIds, data }: SealedAnswer): KeptAnswer {
  return {
    text,
    provider,
    model,
    ...(usedSourceIds && { usedSourceIds: [...usedSourceIds] }),
    ...(data !== undefined && { data: JSON.parse(data) as unknown }),
  };
}

/** Bytes of its texts in memory: at most two for each UTF-16 unit. */
export function bytesOf({ text, provider, model, usedSourceIds = [], data = '' }: SealedAnswer): number {
  const units = usedSourceIds.reduce((sum, id) => sum + id.length, text.length + provider.length + model.length);
  return 2 * (units + data.length);
}

/** What another process wrote is believed only when all of it is as this version writes it; else undefined. */
export function readSealed(value: unknown): SealedAnswer | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { text, provider, model, usedSourceIds, data } = value as Record<string, unknown>;
  if (typeof text !== 'string' || typeof provider !== 'string' || typeof model !== 'string') return undefined;
  if (usedSourceIds !== undefined && !isStrings(usedSourceIds)) return undefined;
  if (data !== undefined && !(typeof data === 'string' && isJson(data))) return undefined;
  return { text, provider, model, ...(usedSourceIds && { usedSourceIds }), ...(data !== undefined && { data }) };
}

function isStrings(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
