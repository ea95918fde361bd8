import { AppError } from '@draftsmith/errors';
import type { PayloadGuard, PayloadLeak } from './contract/request.ts';

/** Looks at what one call is about to send. */
export interface LeakCheck {
  /** @throws AppError `llm.leak` or `llm.leak-check`: nothing may be sent */
  inspect(payload: unknown): void;
  /** Why nothing was sent. An SDK wraps what its `fetch` throws, and may lose it: this is what counts. */
  readonly stopped: { error: AppError; leaks: readonly PayloadLeak[] } | undefined;
}

const LEAK = 'llm.leak';
const UNCHECKED = 'llm.leak-check';

/** Whether a failure means that a payload was held back: every other model would be sent the same. */
export function isHeldBack({ code }: { code?: string | undefined }): boolean {
  return code === LEAK || code === UNCHECKED;
}

/** Without a guard, everything may leave; a guard that cannot do its work lets nothing pass. */
export function createLeakCheck(guard: PayloadGuard | undefined): LeakCheck {
  let stopped: LeakCheck['stopped'];
  return {
    inspect(payload) {
      if (!guard) return;
      const leaks = look(guard, payload);
      if (leaks?.length === 0) return;
      stopped = leaks ? { error: leakError(leaks), leaks } : { error: uncheckedError(), leaks: [] };
      throw stopped.error;
    },
    get stopped() {
      return stopped;
    },
  };
}

/** What is to be done when no answer came because of it, for a person. */
export function afterHeldBack({ code, message }: AppError): string {
  const hint =
    code === LEAK
      ? 'answer this one by hand, and if what stands there is nothing personal, allow it for this account'
      : 'answer this one by hand, and report it';
  return `${message}: ${hint}`;
}

/** Undefined when nobody can say. What a guard throws may quote the payload, so nothing is kept of it. */
function look(guard: PayloadGuard, payload: unknown): readonly PayloadLeak[] | undefined {
  if (typeof payload !== 'string') return undefined;
  try {
    const found: unknown = guard.inspect(payload);
    return Array.isArray(found) ? found.map(toLeak) : undefined;
  } catch {
    return undefined;
  }
}

/** Types and paths go into logs and on the screen; what looks like neither could be a value. */
function toLeak({ type, path, start, end }: PayloadLeak): PayloadLeak {
  return { type: typeName(type), path: PATH.test(path) ? path : '', start: Math.trunc(start), end: Math.trunc(end) };
}

const PATH = /^[\w$.[\]-]{1,120}$/;

/** `PERSON` as it is; what is no name of a type, as `OTHER`. */
export function typeName(type: string): string {
  return /^[A-Z][A-Z0-9_]{0,39}$/.test(type) ? type : 'OTHER';
}

/** What a guard has replaced, by type; undefined when it cannot say, which costs no answer. */
export function countReplaced(guard: PayloadGuard): Readonly<Record<string, number>> | undefined {
  try {
    const counts = Object.entries(guard.replaced()).filter(([, count]) => count > 0);
    return Object.fromEntries(counts.map(([type, count]) => [typeName(type), Math.trunc(count)]));
  } catch {
    return undefined;
  }
}

/** Places that a sentence names. */
const MOST_PLACES = 3;

function leakError(leaks: readonly PayloadLeak[]): AppError {
  const places = leaks.slice(0, MOST_PLACES).map(placeOfLeak);
  const more = leaks.length > MOST_PLACES ? `; ${leaks.length - MOST_PLACES} more` : '';
  const message = `The prompt still holds what should have been replaced, so it was not sent (${places.join('; ')}${more})`;
  return new AppError('invalid', message, { code: LEAK, retryable: false });
}

/** `PERSON in messages[1].content at 120 to 133`. */
export function placeOfLeak({ type, path, start, end }: PayloadLeak): string {
  return `${type}${path === '' ? '' : ` in ${path}`} at ${start} to ${end}`;
}

function uncheckedError(): AppError {
  const message =
    'Whether the prompt still holds what should have been replaced could not be checked, so it was not sent';
  return new AppError('unavailable', message, { code: UNCHECKED, retryable: false });
}
