import { invalid } from '../api/refusal.ts';

export interface UploadOptions {
  access: string;
  overwrite: boolean;
  duplicateValidationStrategy: string;
  duplicateValidationScope: string;
  ttlMs: number | null;
}

const ACCESS = ['PRIVATE', 'PUBLIC_NOT_INDEXABLE', 'PUBLIC_INDEXABLE'];
const STRATEGIES = ['NONE', 'REJECT', 'RETURN_EXISTING'];
const SCOPES = ['ENTIRE_PORTAL', 'EXACT_FOLDER'];
const DAY_MS = 86_400_000;
const TTL = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?$/;

/** The `options` part of an upload: JSON text. Throws 400. */
export function parseUploadOptions(text: string | undefined): UploadOptions {
  if (text === undefined) throw invalid('Missing required field: options');
  const given = parse(text);
  const {
    access,
    overwrite = false,
    duplicateValidationStrategy = 'NONE',
    duplicateValidationScope = 'ENTIRE_PORTAL',
    ttl,
  } = given;
  if (access === undefined) throw invalid('options.access is required');
  // HIDDEN_* and SENSITIVE are in the list of values, yet hidden files cannot be created.
  if (!ACCESS.includes(String(access))) throw invalid(`options.access: ${String(access)} is not allowed`);
  if (!STRATEGIES.includes(String(duplicateValidationStrategy)))
    throw invalid('options.duplicateValidationStrategy is not valid');
  if (!SCOPES.includes(String(duplicateValidationScope)))
    throw invalid('options.duplicateValidationScope is not valid');
  if (typeof overwrite !== 'boolean') throw invalid('options.overwrite must be a boolean');
  return {
    access: String(access),
    overwrite,
    duplicateValidationStrategy: String(duplicateValidationStrategy),
    duplicateValidationScope: String(duplicateValidationScope),
    ttlMs: ttl === undefined ? null : lifetime(String(ttl)),
  };
}

function parse(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null) return value as Record<string, unknown>;
  } catch {
    // Falls through to the same refusal.
  }
  throw invalid('Invalid input JSON in options');
}

/** One day to one year. */
function lifetime(ttl: string): number {
  const [, years = '0', months = '0', weeks = '0', days = '0'] = TTL.exec(ttl) ?? [];
  const total = Number(years) * 365 + Number(months) * 30 + Number(weeks) * 7 + Number(days);
  if (total < 1 || total > 365) throw invalid('options.ttl must be between P1D and one year');
  return total * DAY_MS;
}
