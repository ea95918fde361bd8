import type { ReadDocument } from '@draftsmith/grounding';
import { sameWord } from '../names/same-word.ts';
import type { Prose, Stated } from './prose.ts';

/** A number and what it counts. */
interface Count {
  from: number;
  to: number;
  values: readonly number[];
  bound: string | undefined;
  noun: string;
}

/** Words before a number that make it another: "nearly 12", "another 12", "not 12". */
const CHANGES =
  /^(?:about|almost|nearly|roughly|around|approximately|over|another|additional|extra|not|no|every|only|etwa|fast|rund|knapp|circa|ca|weitere|weiteren|zusatzliche|nicht|nur|environ|presque|autres|pas|casi|otros|otras|unos|unas|quase|outros|outras|cerca|около|почти|примерно|еще|не|только|минус|minus|plus|moins|menos|mas|mais|плюс)$/u;

/** Plain counts of things; never money, shares, times, or anything without a noun behind it. */
function countsOf(document: ReadDocument): Count[] {
  const { reader } = document;
  return document.sentences.flatMap(({ mentions, words, range }) =>
    mentions.flatMap(({ value, from, to }): Count[] => {
      if (value.type !== 'quantity' || value.dimension !== 'count' || value.unit !== '') return [];
      if (value.low.join() !== value.high.join()) return [];
      if (
        from > range.from &&
        (CHANGES.test(reader.word(from - 1)) || /^[-+~±−–/.,#№]$/u.test(reader.word(from - 1)))
      ) {
        // A comma or a dash with white space behind it is punctuation.
        const before = reader.tokens[from - 1];
        if (before?.type === 'word' || before?.end === reader.tokens[from]?.start) return [];
      }
      const noun = words.find(({ token }) => token === to);
      return noun ? [{ from, to, values: value.low, bound: value.bound, noun: noun.folded }] : [];
    }),
  );
}

/** Whether a cited text says the very same number of the very same thing. */
export function isCited(
  prose: Prose,
  { from, to }: Stated,
  cited: readonly ReadDocument[],
  isSold: (noun: string) => boolean,
): boolean {
  const count = countsOf(prose.document).find((found) => found.from <= from && found.to >= to);
  // How many of what is sold is for the line items alone to say.
  if (!count || isSold(count.noun) || prose.spanAt(count.to)) return false;
  return cited.some((source) =>
    countsOf(source).some(
      ({ values, bound, noun }) =>
        values.join() === count.values.join() && bound === count.bound && sameWord(count.noun, noun),
    ),
  );
}
