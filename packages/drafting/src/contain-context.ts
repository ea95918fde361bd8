import type { DraftContext, KnownPerson, Passage, Turn } from '@draftsmith/contracts';
import { withoutDeeds } from '@draftsmith/offline-drafter';
import { createRedactor, keepFrom } from '@draftsmith/privacy';
import { asRead } from '@draftsmith/untrusted-text';

/** Longer ones are no names and no subjects, but texts that want to stand where names do. */
const MAX_LINE = 200;

/**
 * Characters of one message that are read: a book in a ticket must not keep the thread busy for seconds. Its beginning
 * says what it is about, its end often what is wanted.
 */
const MAX_BEGINNING = 24_000;
const MAX_END = 8_000;
/** Characters of a conversation that are read, the newest messages first. */
const MAX_CONVERSATION = 100_000;
/** Stands where the middle was; people see it in the prompt's record, and models are told that something is missing. */
const CUT = '\n\n[…]\n\n';

/** What nobody wrote to this customer. In this form the offline drafter leaves the sentence out, and models are told to. */
const LEFT_OUT = '[left out]';

/** The context as people read it: nothing hidden, nothing in disguise, names and subjects on one line. */
export function readContext(context: DraftContext): DraftContext {
  return {
    ...context,
    subject: oneLine(context.subject),
    turns: newest(context.turns.map((turn) => ({ ...turn, text: shortened(turn.text) }))).map((turn) => ({
      ...turn,
      text: asRead(turn.text),
      ...(turn.authorName && { authorName: oneLine(turn.authorName) }),
    })),
    customer: { ...context.customer, ...named(context.customer) },
    people: context.people.map((person) => ({ ...person, ...named(person) })),
  };
}

/**
 * Passages as people read them. What an agent once wrote to somebody else names them for good reason, and holds nobody's
 * data for this draft: they leave here for good, not as surrogates that an answer would bring back. What was done for
 * them leaves, too: as a source it would support telling the next customer of a refund that nobody made.
 *
 * @param language ISO 639-1 of the passages
 */
export function readPassages(passages: readonly Passage[], language: string): Passage[] {
  const own = passages.filter(({ sourceKind }) => sourceKind !== 'past-reply').map(({ text }) => text);
  const strangers = createRedactor([], { keep: keepFrom(own) });
  const readAll = (passage: Passage, read: (text: string) => string): Passage => ({
    ...passage,
    text: read(asRead(passage.text)),
    sourceTitle: read(oneLine(passage.sourceTitle)),
    ...(passage.heading && { heading: read(oneLine(passage.heading)) }),
  });
  return passages.flatMap((passage) => {
    if (passage.sourceKind !== 'past-reply') return readAll(passage, (text) => text);
    const text = withoutDeeds(asRead(passage.text), language);
    if (text === undefined) return [];
    return readAll({ ...passage, text }, (written) => without(written, strangers.inspect(written).entities));
  });
}

function newest(turns: readonly Turn[]): readonly Turn[] {
  let length = 0;
  const tooFar = turns.findLastIndex(({ text }) => {
    length += text.length;
    return length > MAX_CONVERSATION;
  });
  return turns.slice(tooFar + 1);
}

/** Cut at blanks: half an address is not recognised any more. */
function shortened(text: string): string {
  if (text.length <= MAX_BEGINNING + MAX_END) return text;
  const beginning = text.slice(0, MAX_BEGINNING).replace(/\S*$/, '');
  const end = text.slice(-MAX_END).replace(/^\S*/, '');
  // Without any blank it is no text of words.
  const [first, last] = [beginning || text.slice(0, MAX_BEGINNING), end || text.slice(-MAX_END)];
  return `${first.trimEnd()}${CUT}${last.trimStart()}`.toWellFormed();
}

/** One line of a text from outside, not longer than anybody writes a title. */
export function oneLine(text: string): string {
  const line = asRead(text).replace(/\s+/g, ' ').trim();
  return line.length > MAX_LINE ? `${line.slice(0, MAX_LINE).toWellFormed()}…` : line;
}

function named({ name, organization }: KnownPerson): KnownPerson {
  return { ...(name && { name: oneLine(name) }), ...(organization && { organization: oneLine(organization) }) };
}

function without(text: string, entities: readonly { start: number; end: number }[]): string {
  let result = '';
  let rest = 0;
  for (const { start, end } of entities) {
    result += text.slice(rest, start) + LEFT_OUT;
    rest = end;
  }
  return result + text.slice(rest);
}
