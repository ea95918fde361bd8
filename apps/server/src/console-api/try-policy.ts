import type { AccountPolicy } from '@draftsmith/contracts';
import { AppError } from '@draftsmith/errors';
import { createRedactor, type Entity } from '@draftsmith/privacy';

/** Bytes of UTF-8: a long message, and short enough that nobody waits for its reading. */
const MAX_BYTES = 100_000;

/** What would be replaced in a text. Offsets are UTF-16 units of the text that was given; counts are distinct values. */
export interface Trial {
  text: string;
  entities: Entity[];
  replaced: Record<string, number>;
}

/**
 * A text as a model would see it under a policy that need not be saved. Keeps nothing. No account's customers are known
 * here, nor its articles: a draft replaces these people as well, and keeps what the articles name.
 *
 * @throws AppError `invalid` for a text above 100 kB
 */
export function tryPolicy({ privacy }: AccountPolicy, text: string): Trial {
  if (Buffer.byteLength(text) > MAX_BYTES)
    throw new AppError('invalid', 'The text is too long: expected at most 100 kB, try a part of it', {
      code: 'policies.text-too-long',
    });
  const redactor = createRedactor([], { ...privacy });
  redactor.learn([text]);
  const { text: redacted, entities } = redactor.inspect(text);
  const counts = Object.entries(redactor.counts()).filter(([, count]) => count > 0);
  return { text: redacted, entities, replaced: Object.fromEntries(counts) };
}
