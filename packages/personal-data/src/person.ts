import type { KnownPerson } from '@draftsmith/contracts';
import { AppError } from '@draftsmith/errors';
import { identifiersOf } from './identifiers.ts';

/** Whom somebody asks about, as they typed it. Each list may be empty, not all of them. */
export interface AskedPerson {
  emails: readonly string[];
  phones: readonly string[];
  names: readonly string[];
  accountNumbers: readonly string[];
}

/** What is expected of each, and the person that only it describes. */
const EXPECTED: { [List in keyof AskedPerson]: { expected: string; alone: (text: string) => KnownPerson } } = {
  emails: { expected: 'an e-mail address such as anna@example.org', alone: (email) => ({ email }) },
  phones: { expected: 'a phone number of at least six digits', alone: (phone) => ({ phone }) },
  names: { expected: 'a name', alone: (name) => ({ name }) },
  accountNumbers: { expected: 'an order, account or contract number', alone: (number) => ({ accounts: [number] }) },
};

/** @throws AppError `invalid` for what nobody could be found by: silence would read as "nothing is stored" */
export function toKnownPerson(asked: AskedPerson): KnownPerson {
  const lists = Object.entries(EXPECTED).flatMap(([list, { expected, alone }]) =>
    asked[list as keyof AskedPerson].map((text) => ({ expected, person: alone(text) })),
  );
  const useless = lists.find(({ person }) => identifiersOf(person).length === 0);
  if (useless) throw new AppError('invalid', `Expected ${useless.expected}`, { code: 'person.identifier' });
  if (lists.length === 0)
    throw new AppError('invalid', 'Expected an e-mail address, phone number, name or account number of the person', {
      code: 'person.nobody',
    });
  return { emails: asked.emails, phones: asked.phones, aliases: asked.names, accounts: asked.accountNumbers };
}
