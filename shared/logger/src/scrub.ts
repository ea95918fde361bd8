import { isAppError } from '@draftsmith/errors';
import type { LogFields } from './logger.ts';

const SECRET_NAME = /authorization|cookie|password|secret|token|api[-_]?key/i;
const SECRETS: readonly [RegExp, string][] = [
  [/\b(bearer|basic)\s+[\w.~+/=-]{8,}/gi, '$1 [hidden]'],
  [/\b(sk|pk|rk)-[\w-]{8,}/g, '[hidden key]'],
  [/(\w+:\/\/)[^\s:/@]+:[^\s/@]+@/g, '$1[hidden]@'],
  [/[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+/gu, '[hidden e-mail]'],
];

/** An error may be its own cause. */
const MAX_CAUSES = 5;

/** The last line of defence: what slipped into a message or field by mistake is hidden before it is written. */
export function scrubText(text: string): string {
  return SECRETS.reduce((result, [pattern, replacement]) => result.replace(pattern, replacement), text);
}

export function scrubFields(fields: LogFields): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => {
      if (value instanceof Error) return [name, describeError(value)];
      if (typeof value !== 'string') return [name, value];
      return [name, SECRET_NAME.test(name) ? '[hidden]' : scrubText(value)];
    }),
  );
}

/**
 * An error as facts, down its causes: a failed query says little, the refusal below it names its code. A foreign
 * error's message may quote a body or an address, so only ours is written out.
 */
function describeError(error: Error, depth = 0): Record<string, unknown> {
  const below =
    error.cause instanceof Error && depth < MAX_CAUSES ? { cause: describeError(error.cause, depth + 1) } : {};
  if (isAppError(error)) {
    const { kind, code, status, message } = error;
    return { kind, code, status, message: scrubText(message), ...below };
  }
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  const frames = error.stack
    ?.split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 4)
    .map((line) => line.trim());
  return { name: error.name, code, at: frames, ...below };
}
