/** What an operator mends, by the code of the network or of PostgreSQL: https://www.postgresql.org/docs/current/errcodes-appendix.html */
const MEANINGS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing listens at that address',
  ENOTFOUND: 'there is no such host',
  ETIMEDOUT: 'the host does not answer',
  '28P01': 'the password is wrong',
  '28000': 'that user may not sign in from here',
  '3D000': 'there is no such database; make it with createdb',
  '42501': 'the user may not create tables there',
  '53300': 'all its connections are taken',
};

/** Why PostgreSQL cannot be used, when it or the network said so; never their own words, which may hold the password. */
export function postgresRefusal(thrown: unknown, depth = 0): string | undefined {
  if (!(thrown instanceof Error) || depth > 5) return undefined;
  const meaning = 'code' in thrown ? MEANINGS[String(thrown.code)] : undefined;
  if (meaning) return meaning;
  // A host with several addresses fails with one error for each.
  const inner = thrown instanceof AggregateError ? thrown.errors[0] : thrown.cause;
  return postgresRefusal(inner, depth + 1);
}
