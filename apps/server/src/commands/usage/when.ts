import { AppError } from '@draftsmith/errors';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const LONGEST_DAYS = 3_660;

/**
 * A point in time as people type it. `30d` is the start of 30 days of which today is the last, so that days are whole;
 * a date or a month stands for its first instant, or as an end for its last. UTC.
 *
 * @param option its name, for the error
 * @throws AppError `invalid` that says what was expected
 */
export function parseWhen(option: string, text: string, { now, edge }: { now: Date; edge: 'start' | 'end' }): Date {
  const found = ago(text, now) ?? calendar(text, edge) ?? instant(text);
  if (found) return found;
  throw new AppError(
    'invalid',
    `${option}: expected 30d, 4w, 12h, 2026-11, 2026-11-01 or 2026-11-01T08:00:00Z, not "${text}"`,
    { code: 'command-line.time' },
  );
}

export function startOfDay(at: Date): Date {
  return new Date(Math.floor(at.getTime() / DAY) * DAY);
}

function ago(text: string, now: Date): Date | undefined {
  const [, figure, unit] = /^([1-9]\d{0,5})([hdw])$/.exec(text) ?? [];
  if (!figure) return undefined;
  if (unit === 'h') return new Date(now.getTime() - Math.min(Number(figure), LONGEST_DAYS * 24) * HOUR);
  const days = Math.min(Number(figure) * (unit === 'w' ? 7 : 1), LONGEST_DAYS);
  return new Date(startOfDay(now).getTime() - (days - 1) * DAY);
}

function calendar(text: string, edge: 'start' | 'end'): Date | undefined {
  const [, year, month, day] = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(text) ?? [];
  if (!year || !month) return undefined;
  const start = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day ?? 1)));
  // The 31st of February would become the third of March.
  if (!start.toISOString().startsWith(text)) return undefined;
  if (edge === 'start') return start;
  return day ? new Date(start.getTime() + DAY) : new Date(Date.UTC(Number(year), Number(month), 1));
}

function instant(text: string): Date | undefined {
  if (!/^\d{4}-\d{2}-\d{2}T[\d:.]+(?:Z|[+-]\d{2}:\d{2})$/.test(text)) return undefined;
  const at = new Date(text);
  return Number.isNaN(at.getTime()) ? undefined : at;
}
