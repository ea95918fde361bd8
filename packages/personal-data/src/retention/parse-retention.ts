import { AppError } from '@draftsmith/errors';

/** Days that something is kept, or for ever. */
export type Days = number | 'forever';

/** What has a time that an admin decides on. */
export type RetentionKind = 'drafts' | 'proposals' | 'records' | 'deliveries' | 'audit';

export type Retention = Readonly<Record<RetentionKind, Days>>;

export const DEFAULT_RETENTION: Retention = {
  drafts: 180,
  proposals: 180,
  records: 730,
  deliveries: 30,
  audit: 1_095,
};

/**
 * Source systems repeat deliveries for days, and one that is not recognised would be worked on again. An audit log that
 * ends at once hides what it is there to show.
 */
const LEAST: Record<RetentionKind, number> = { drafts: 0, proposals: 0, records: 1, deliveries: 7, audit: 30 };
const MOST = 36_500;

const EXAMPLE = 'drafts=180,proposals=180,records=730,deliveries=30,audit=1095';

/**
 * Reads `drafts=180,audit=forever`; what is not named keeps its default.
 * @throws AppError `invalid` that says what was expected of which part
 */
export function parseRetention(text = ''): Retention {
  const parts = text.split(',').flatMap((part) => part.trim() || []);
  const given = parts.map(parsePart);
  const twice = given.find(([kind], i) => given.findIndex(([other]) => other === kind) !== i);
  if (twice) throw refused(`${twice[0]} once`);
  return { ...DEFAULT_RETENTION, ...Object.fromEntries(given) };
}

function parsePart(part: string): [RetentionKind, Days] {
  const [, kind = '', days = ''] = /^([a-z]+)\s*=\s*(\d{1,6}|forever)$/.exec(part) ?? [];
  if (kind === 'texts') throw refused('no texts: prompts and answers have DRAFTSMITH_KEEP_TEXTS_DAYS');
  if (!isKind(kind)) throw refused(`kinds with their days, such as ${EXAMPLE}, or forever`);
  if (days === 'forever') return [kind, days];
  if (Number(days) < LEAST[kind] || Number(days) > MOST)
    throw refused(`${kind} to be kept for ${LEAST[kind]} to ${MOST} days, or forever`);
  return [kind, Number(days)];
}

function isKind(kind: string): kind is RetentionKind {
  return Object.hasOwn(LEAST, kind);
}

function refused(expected: string): AppError {
  return new AppError('invalid', `DRAFTSMITH_RETENTION: expected ${expected}`, { code: 'settings.invalid' });
}
