import type { KnownPerson } from '@draftsmith/contracts';
import type { Orm } from '@draftsmith/database';
import { accountPolicies } from '@draftsmith/database/schema';
import { asc } from 'drizzle-orm';
import { mentions } from './mentions.ts';

/** Accounts whose lists of words name the person, as `zendesk/acme`: lists of what is always replaced are made of names. */
export async function policiesNaming(orm: Orm, person: KnownPerson): Promise<string[]> {
  const { connector, account } = accountPolicies;
  const rows = await orm.select().from(accountPolicies).orderBy(asc(connector), asc(account));
  const isNamedIn = mentions(person);
  return rows.flatMap((row) =>
    wordsOf(row.value).some((word) => isNamedIn({ subject: word, customerName: word, texts: [] }))
      ? [`${row.connector}/${row.account}`]
      : [],
  );
}

/** Every text in it, however deep: a list that a later version adds is searched as well. */
function wordsOf(policy: unknown): string[] {
  if (typeof policy === 'string') return [policy];
  return typeof policy === 'object' && policy !== null ? Object.values(policy).flatMap(wordsOf) : [];
}
