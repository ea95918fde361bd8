import { type AskedPerson, toKnownPerson } from '@draftsmith/personal-data';
import type { Command } from 'commander';

interface PersonOptions {
  email?: string[];
  phone?: string[];
  name?: string[];
  accountNumber?: string[];
}

/** Who is meant; each option may be given several times, and whatever matches one of them counts. */
export function withPersonOptions(command: Command): Command {
  return command
    .option('--email <address>', 'an e-mail address of the person', collect)
    .option('--phone <number>', 'a phone number, in any spelling', collect)
    .option('--name <name>', 'the full name; several people may have it', collect)
    .option('--account-number <number>', 'an order, account or contract number', collect);
}

/** @throws AppError `invalid` for what nobody could be found by, before a database is opened or a server is asked */
export function personOf({ email = [], phone = [], name = [], accountNumber = [] }: PersonOptions): AskedPerson {
  const asked = { emails: email, phones: phone, names: name, accountNumbers: accountNumber };
  toKnownPerson(asked);
  return asked;
}

function collect(value: string, earlier: string[] = []): string[] {
  return [...earlier, value];
}
