import type { AssistRating, AssistRequest, Revise } from '@draftsmith/contracts';
import { RATING_REASONS } from '@draftsmith/contracts';
import { MAX_STEER } from '@draftsmith/drafting';
import { AppError } from '@draftsmith/errors';
import { z } from 'zod';

const language = z.string().regex(/^[a-z]{2}$/);
const version = z.strictObject({ id: z.uuid(), version: z.int().min(1).max(10_000) });

const revise = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('draft') }),
  z.strictObject({ kind: z.literal('regenerate'), steer: z.string().max(MAX_STEER).optional() }),
  z.strictObject({ kind: z.enum(['shorter', 'warmer', 'more-formal']) }),
  z.strictObject({ kind: z.literal('translate'), into: language }),
  z.strictObject({ kind: z.literal('summarise'), into: language }),
]);

const request = z.strictObject({
  requestId: z.string().regex(/^[\w-]{8,64}$/),
  revise,
  base: version.optional(),
});

const insertion = z.strictObject({ draft: version, revision: z.string().max(200).nullable() });

const rating = z.strictObject({
  good: z.boolean(),
  reasons: z.array(z.enum(RATING_REASONS)).max(RATING_REASONS.length),
  comment: z.string().max(500).optional(),
});

export type Wanted = Revise | { kind: 'draft' };
/** Also what an operation is called. */
export type What = Wanted['kind'];
export type VersionRef = NonNullable<AssistRequest['base']>;

/** @throws AppError `invalid` that says what was expected */
export function parseRequest(body: unknown): AssistRequest {
  return parsed(
    request,
    body,
    `a requestId of 8 to 64 letters and digits, what to do (a steer has at most ${MAX_STEER} characters), and the version on screen`,
  ) as AssistRequest;
}

/** @throws AppError `invalid` that says what was expected */
export function parseInsertion(body: unknown): { draft: VersionRef; revision: string | null } {
  return parsed(insertion, body, 'the draft and version that is inserted, and the revision it was written for');
}

/** @throws AppError `invalid` that says what was expected */
export function parseRating(body: unknown): AssistRating {
  const expected = `good or not, reasons among ${RATING_REASONS.join(', ')}, and a comment of at most 500 characters`;
  const { comment, reasons, ...rest } = parsed(rating, body, expected);
  const said = comment?.trim();
  return { ...rest, reasons: [...new Set(reasons)], ...(said && { comment: said }) };
}

/** @throws AppError `invalid`: an address in a path may be anything */
export function parseVersion(id: unknown, number: unknown): VersionRef {
  return parsed(version, { id, version: Number(number) }, 'a draft and its version');
}

function parsed<Value>(schema: z.ZodType<Value>, body: unknown, expected: string): Value {
  const result = schema.safeParse(body);
  if (result.success) return result.data;
  throw new AppError('invalid', `Expected ${expected}`, { code: 'assist.invalid' });
}
