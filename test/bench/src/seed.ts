import { readFileSync } from 'node:fs';
import { parseSeed, type SeedTicket, type ZendeskSeed } from '@draftsmith/simulators/zendesk';

const COMPANY = new URL('../../../apps/demo/company/', import.meta.url);
const TICKET_FILES = ['tickets-en', 'tickets-ru', 'tickets-de', 'tickets-es'];

/** Three words from lists of 20 tell 8,000 tickets apart, and none of them looks like personal data. */
const WORDS = [
  'amber azure brass coral cream ebony green hazel ivory khaki lilac mauve ochre olive pearl plum rose ruby sepia teal',
  'anchor barrel basket bottle bucket candle carpet copper dollar engine fabric garden hammer island jacket kettle ladder magnet needle orange',
  'arrow beach bread cabin chair cloud dance field flute grape lemon metal ocean paper piano plant river stone table tiger',
].map((list) => list.split(' '));

interface Expectation {
  ticketId: number;
  outcome: string;
}

/**
 * The demo's company with `count` tickets numbered from 1, each waiting for an answer: its questions that end with a
 * draft, in turn, in four languages. No two tickets have the same text, or the cache would answer instead of the model.
 */
export function benchSeed(count: number): ZendeskSeed {
  const drafted = new Set(
    (read('expectations') as Expectation[])
      .filter(({ outcome }) => outcome === 'drafted')
      .map(({ ticketId }) => ticketId),
  );
  const company = parseSeed(
    JSON.stringify({
      ...(read('account') as object),
      organizations: read('organizations'),
      users: read('users'),
      articles: read('articles'),
      macros: read('macros'),
      tickets: TICKET_FILES.flatMap((name) => read(name) as SeedTicket[]),
    }),
  );
  const templates = company.tickets.filter(({ id, incoming }) => incoming && drafted.has(id));
  const agent = company.users.find(({ role }) => role === 'agent')?.id ?? 0;
  const tickets = Array.from({ length: count }, (_, i) =>
    ticketLike(templates[i % templates.length], { id: i + 1, agent, reference: reference(i) }),
  );
  return { ...company, tickets };
}

function ticketLike(
  template: SeedTicket | undefined,
  { id, agent, reference }: { id: number; agent: number; reference: string },
): SeedTicket {
  if (!template?.incoming) throw new Error('The demo company has no ticket that ends with a draft');
  const { incoming, comments, ...ticket } = template;
  const note = { authorId: agent, public: true, body: `Our reference: ${reference}.`, createdAt: incoming.createdAt };
  return { ...ticket, id, status: 'open', comments: [...comments, note, incoming] };
}

function reference(i: number): string {
  const [colours = [], things = [], nouns = []] = WORDS;
  const pick = (list: readonly string[], at: number) => list[at % list.length] ?? '';
  return [pick(colours, i), pick(things, Math.floor(i / 20)), pick(nouns, Math.floor(i / 400))].join(' ');
}

function read(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`${name}.json`, COMPANY), 'utf8'));
}
