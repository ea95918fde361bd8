import { isAppError } from '@draftsmith/errors';
import type { LogFields } from './logger.ts';

const SECRET_NAME = /authorization|cookie|password|secret|token|api[-_]?key/i;
const SECRETS: readonly [RegExp, string][] = [
  [/\b(bearer|basic)\s+[\w.~+/=-]{8,}/gi, '$1 [hidden]'],
  [/\b(sk|pk|rk)-[\w-]{8,}/g, '[hidden key]'],
  [/(\w+:\/\/)[^\s:/@]+:[^\s/@]+@/g, '$1[hidden]@'],
  [/[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+/gu, '[hidden e-mail]'],
];

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

/** An error as facts. A foreign error's message may quote a body or an address, so only ours is written out. */
function describeError(error: Error): Record<string, unknown> {
  if (isAppError(error)) {
    const { kind, code, status, message, cause } = error;
    return {
      kind,
      code,
      status,
      message: scrubText(message),
      ...(cause instanceof Error && { cause: describeError(cause) }),
    };
  }
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  const frames = error.stack
    ?.split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 4)
    .map((line) => line.trim());
  return { name: error.name, code, at: frames };
}
