import type { Choice, RuleChoices } from '@draftsmith/contracts';
import { type ErrorKind, isAppError } from '@draftsmith/errors';
import { z } from 'zod';
import { allItems, readPages } from '../client/pages.ts';
import { replies } from '../client/schemas.ts';
import type { Transport } from '../client/transport.ts';
import { CHANNELS } from '../facts.ts';
import { sharedLoad } from '../shared-load.ts';

/** Hundreds are more than anybody picks from; identifiers beyond them can still be typed. */
const MAX_PAGES = 3;
const TTL_MS = 5 * 60 * 1000;

const named = z.object({
  id: z.union([z.string(), z.number()]).transform(String),
  name: z.string().nullish(),
  active: z.boolean().nullish(),
  deleted: z.boolean().nullish(),
});
type Named = z.infer<typeof named>;

const lists = {
  brands: z.object({ brands: z.array(named) }),
  groups: z.object({ groups: z.array(named) }),
  forms: z.object({ ticket_forms: z.array(named) }),
  users: z.object({ users: z.array(replies.me.shape.user) }),
  tags: z.object({ tags: z.array(z.object({ name: z.string() })) }),
} as const;

export interface ChoicesPorts {
  transport: Pick<Transport, 'pages'>;
  now: () => Date;
  warn: (message: string, fields?: Record<string, string | number | boolean>) => void;
}

/** What an admin picks from when writing rules, read once in five minutes. */
export function createChoices({ transport, now, warn }: ChoicesPorts): (signal: AbortSignal) => Promise<RuleChoices> {
  return sharedLoad({ load: (signal) => readChoices({ transport, warn }, signal), ttlMs: TTL_MS, now });
}

async function readChoices(
  { transport: { pages }, warn }: Pick<ChoicesPorts, 'transport' | 'warn'>,
  signal: AbortSignal,
): Promise<RuleChoices> {
  const read = <Schema extends z.ZodType, Item>(
    path: string,
    schema: Schema,
    itemsOf: (reply: z.infer<Schema>) => readonly Item[],
    query = {},
  ) => optional(path, warn, () => allItems(readPages(pages(path, query, { schema, itemsOf }, signal), MAX_PAGES)));

  const staff = (role: string) => read('users.json', lists.users, ({ users }) => users, { role });
  const [brands, groups, forms, agents, admins, tags] = await Promise.all([
    read('brands.json', lists.brands, (reply) => reply.brands),
    read('groups.json', lists.groups, (reply) => reply.groups),
    read('ticket_forms.json', lists.forms, (reply) => reply.ticket_forms),
    staff('agent'),
    staff('admin'),
    read('tags.json', lists.tags, (reply) => reply.tags),
  ]);
  const people = [...agents, ...admins].flatMap(({ id, name, suspended }) =>
    id && !suspended ? [{ id, name: name || id }] : [],
  );
  return {
    brands: byName(brands.flatMap(choiceOf)),
    groups: byName(groups.flatMap(choiceOf)),
    forms: byName(forms.flatMap(choiceOf)),
    channels: CHANNELS,
    // Most used first: that is how Zendesk lists them, and what an admin looks for.
    tags: tags.map(({ name }) => ({ id: name, name })),
    agents: byName(people),
  };
}

function choiceOf({ id, name, active, deleted }: Named): Choice[] {
  return active === false || deleted ? [] : [{ id, name: name || id }];
}

function byName(choices: readonly Choice[]): Choice[] {
  return [...choices].sort((a, b) => a.name.localeCompare(b.name));
}

/** Forms and brands are not in every plan, and not every token may list agents: rules name the rest. */
const OPTIONAL_WITHOUT: readonly ErrorKind[] = ['permission', 'not-found'];

async function optional<Item>(
  path: string,
  warn: ChoicesPorts['warn'],
  read: () => Promise<readonly Item[]>,
): Promise<readonly Item[]> {
  try {
    return await read();
  } catch (thrown) {
    if (!isAppError(thrown) || !OPTIONAL_WITHOUT.includes(thrown.kind)) throw thrown;
    warn('Rules have less to pick from: Zendesk does not give a list', { list: path, status: thrown.status ?? 0 });
    return [];
  }
}
