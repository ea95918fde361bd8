import { z } from 'zod';

/** What every component of a project begins with. */
export const uid = z
  .string({ error: 'must have a uid' })
  .regex(/^[\w.-]{1,64}$/, { error: 'must have 1 to 64 letters, digits, dots, underscores or hyphens' });

const LOCAL = /^(localhost|127\.|\[?::1\]?$|0\.0\.0\.0)/;

/** An address that HubSpot itself can call. */
export const httpsUrl = z.string({ error: 'must be an https address' }).refine(
  (value) => {
    if (!URL.canParse(value)) return false;
    const { protocol, hostname } = new URL(value);
    return protocol === 'https:' && !LOCAL.test(hostname);
  },
  { error: 'must be an https address, and not on this machine: HubSpot calls it' },
);

/** Fails with the allowed words in the message: they are few, and nobody knows them by heart. */
export function oneOf<const Words extends readonly [string, ...string[]]>(words: Words) {
  return z.enum(words, { error: `must be ${words.length > 1 ? 'one of ' : ''}${words.join(', ')}` });
}

/** Only keys that are known: HubSpot refuses an upload for one that it does not know. */
export function only<Shape extends z.core.$ZodLooseShape>(shape: Shape) {
  return z.strictObject(shape, {
    error: ({ code, ...issue }) =>
      code === 'unrecognized_keys'
        ? `has keys that HubSpot does not know: ${(issue.keys as string[]).join(', ')}`
        : undefined,
  });
}
