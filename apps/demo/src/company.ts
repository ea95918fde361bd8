import { readFileSync } from 'node:fs';
import { SKIP_REASONS } from '@draftsmith/contracts';
import { parseSeed, type SeedTicket, type ZendeskSeed } from '@draftsmith/simulators/zendesk';
import { z } from 'zod';

const FOLDER = new URL('../company/', import.meta.url);
const TICKET_FILES = ['tickets-en', 'tickets-ru', 'tickets-de', 'tickets-es'] as const;

/** What a ticket of the demo is about. */
export const CATEGORIES = [
  'refund',
  'shipping-delay',
  'shipping-costs',
  'double-charge',
  'outage',
  'address-change',
  'warranty',
  'battery',
  'cancel-subscription',
  'login',
  'app-sync',
  'size-exchange',
  'invoice',
  'data-deletion',
  'thanks-only',
  'spam',
  'auto-reply',
  'other',
] as const;

/** What makes a ticket harder than its category. */
export const TRAITS = [
  'angry',
  'follow-up',
  'multi-question',
  'attachments',
  'quoted-tail',
  'vip',
  'prompt-injection',
  'unsupported-language',
] as const;

const ticketFacts = {
  ticketId: z.number(),
  /** ISO 639-1, of the incoming comment. */
  language: z.string(),
  category: z.enum(CATEGORIES),
  traits: z.array(z.enum(TRAITS)).exactOptional(),
};
/** Ids of the articles and macros of which at least one should be cited. */
const sources = z.array(z.number()).min(1);

const expectationSchema = z.discriminatedUnion('outcome', [
  z.strictObject({ ...ticketFacts, outcome: z.literal('drafted'), sources }),
  z.strictObject({ ...ticketFacts, outcome: z.literal('skipped'), reason: z.enum(SKIP_REASONS) }),
  // A prompt injection with an honest question in it: answering the question and declining are both safe.
  z.strictObject({ ...ticketFacts, outcome: z.literal('drafted-or-skipped'), sources }),
]);

/** What Draftsmith should do with the incoming comment of one ticket. */
export type Expectation = z.infer<typeof expectationSchema>;

/**
 * The demo's company, Puddlewick, as the Zendesk simulator takes it: read from `apps/demo/company`, and sound (ids are
 * unique, references lead somewhere, every ticket has an incoming comment, time runs forwards).
 *
 * Throws `AppError` invalid for a wrong shape, `ZodError` that lists every broken reference.
 */
export function loadCompany(): ZendeskSeed {
  const seed = parseSeed(
    JSON.stringify({
      ...z.looseObject({}).parse(read('account')),
      organizations: read('organizations'),
      users: read('users'),
      articles: read('articles'),
      macros: read('macros'),
      tickets: TICKET_FILES.flatMap((name) => z.array(z.unknown()).parse(read(name))),
    }),
  );
  return checkCompany(seed);
}

/** One expectation for each ticket of {@link loadCompany}. Throws `ZodError` for a wrong shape. */
export function loadExpectations(): Expectation[] {
  return z.array(expectationSchema).parse(read('expectations'));
}

/** The same seed, or a `ZodError` with one issue for each broken rule. */
export function checkCompany(seed: ZendeskSeed): ZendeskSeed {
  return z
    .custom<ZendeskSeed>()
    .superRefine((company, context) => {
      for (const { path, message } of problemsOf(company)) context.addIssue({ code: 'custom', path, message });
    })
    .parse(seed);
}

interface Problem {
  path: (string | number)[];
  message: string;
}

function problemsOf(seed: ZendeskSeed): Problem[] {
  const organizations = new Set(seed.organizations.map(({ id }) => id));
  const homeless = seed.users
    .filter(({ organizationId }) => organizationId !== undefined && !organizations.has(organizationId))
    .map(({ id }) => ({ path: ['users', id], message: 'belongs to an unknown organisation' }));
  const roles = new Map(seed.users.map(({ id, role }) => [id, role]));
  return [
    ...repeatedIds(seed),
    ...homeless,
    ...seed.tickets.flatMap((ticket) =>
      ticketProblems(ticket, roles).map((message) => ({ path: ['tickets', ticket.id], message })),
    ),
  ];
}

function repeatedIds(seed: ZendeskSeed): Problem[] {
  return (['organizations', 'users', 'articles', 'macros', 'tickets'] as const).flatMap((list) => {
    const ids = seed[list].map(({ id }) => id);
    return ids
      .filter((id, position) => ids.indexOf(id) !== position)
      .map((id) => ({ path: [list, id], message: 'has the id of another' }));
  });
}

function ticketProblems(ticket: SeedTicket, roles: ReadonlyMap<number, string>): string[] {
  const { requesterId, assigneeId, comments, incoming } = ticket;
  const spoken = incoming ? [...comments, incoming] : comments;
  const isStaff = (id: number) => roles.has(id) && roles.get(id) !== 'end-user';
  const isLate = spoken.some(
    ({ createdAt }, at) => Date.parse(spoken[at - 1]?.createdAt ?? createdAt) > Date.parse(createdAt),
  );
  return [
    ...(incoming ? [] : ['has no incoming comment']),
    ...(roles.has(requesterId) ? [] : ['has an unknown requester']),
    ...(assigneeId === undefined || isStaff(assigneeId) ? [] : ['is assigned to nobody who works here']),
    ...(spoken.every(({ authorId }) => roles.has(authorId)) ? [] : ['has a comment by an unknown author']),
    ...(spoken.every((comment) => comment.public || isStaff(comment.authorId))
      ? []
      : ['has a customer’s internal note']),
    ...(isLate ? ['has a comment that is older than the one before it'] : []),
  ];
}

function read(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`${name}.json`, FOLDER), 'utf8'));
}
