import { contextScore } from '../match/candidates.ts';
import type { Passage } from '../match/passage-index.ts';
import { compare } from '../mentions/compare.ts';
import type { Mention } from '../mentions/mention.ts';
import type { ReadSentence } from '../read/document.ts';
import type { ClaimCheck } from '../types.ts';
import { claimOf, type Decision, type Evidence } from './evidence.ts';
import { judgeLink } from './links.ts';
import type { Occurrence } from './mention-index.ts';
import { namesAPromise } from './promises.ts';

interface Place {
  occurrence: Occurrence;
  /** How well the words around it fit, 0 to 1. */
  fit: number;
}

/** A place must fit this much better than where the same figure stands to speak against it. */
const MARGIN = 0.12;
/** Below this a passage is about something else, and its other figures contradict nothing. */
const ABOUT_IT = 0.3;
/** So much when the sources also have the draft's own figure. */
const SURELY_ABOUT_IT = 0.45;
/** Words of two languages meet only by concepts and names. */
const ABOUT_IT_ACROSS = 0.3;
/** A lone word tells places apart badly; shared by the number of words. */
const FEW_WORDS = 0.1;
/** A figure whose words fit less than this is there by accident. */
const BY_ACCIDENT = 0.12;
/** The same in a source that the sentences around speak of. */
const BY_ACCIDENT_HERE = 0.07;
/** How much each other figure of the sentence speaks for a source that has it. */
const OTHER_FIGURE = 0.08;
const MOST_OTHERS = 3;
/** And for the very passage. */
const BESIDE = 0.1;
/** "Costs 5 EUR" and "free above 40 EUR": an amount and a bound are seldom said of the same thing. */
const OF_ITS_OWN = 0.12;
/** How much nearer a sentence's words must stand to the other figure of one passage. */
const FAR_NEARER = 1.5;
/** What the customer's own words may support. */
const FROM_CONVERSATION = new Set<ClaimCheck['kind']>([
  'order',
  'date',
  'name',
  'version',
  'email',
  'time',
  'number',
  'price',
]);

/** Every figure, date, code and link of a sentence, judged. Soft ones appear only when something contradicts them. */
export function judgeFigures(evidence: Evidence): ClaimCheck[] {
  const places = new Map(evidence.sentence.mentions.map((mention) => [mention, samePlaces(evidence, mention)]));
  const together = sharedSources(places);
  return evidence.sentence.mentions.flatMap((mention) => {
    const here = { ...evidence, lean: withOthers(evidence, together, mention) };
    const decision = decide(here, mention, places.get(mention) ?? []);
    if (mention.soft && decision.verdict !== 'contradicted') return [];
    return [claimOf(evidence, mention, decision)];
  });
}

/** For each figure the sources that have it. */
function sharedSources(places: ReadonlyMap<Mention, readonly Occurrence[]>): ReadonlyMap<Mention, ReadonlySet<number>> {
  return new Map([...places].map(([mention, found]) => [mention, new Set(found.map(({ passage }) => passage.source))]));
}

/** A source that has the sentence's other figures is likelier to be meant. */
function withOthers(
  { lean }: Evidence,
  together: ReadonlyMap<Mention, ReadonlySet<number>>,
  mention: Mention,
): ReadonlyMap<number, number> {
  const leaning = new Map(lean);
  let others = 0;
  for (const [other, sources] of together) {
    if (others >= MOST_OTHERS) break;
    if (other === mention || other.soft) continue;
    others++;
    for (const source of sources) leaning.set(source, (leaning.get(source) ?? 0) + OTHER_FIGURE);
  }
  return leaning;
}

function decide(evidence: Evidence, mention: Mention, places: readonly Occurrence[]): Decision {
  if (mention.value.type === 'text' && mention.value.dimension === 'link')
    return judgeLink(evidence, mention.value.text);
  const rivals = otherPlaces(evidence, mention);
  const same = best(places, evidence, mention);
  const other = best(rivals, evidence, mention);
  if (!same)
    return other && other.fit >= ABOUT_IT ? against(other) : { verdict: mention.soft ? 'supported' : 'unsupported' };
  const samePassage = other?.occurrence.passage === same.occurrence.passage;
  const beside = rivals.filter(({ passage }) => passage === same.occurrence.passage);
  const swapped = beside.find((rival) => belongsTo(rival, same.occurrence, evidence, mention));
  if (swapped) return { verdict: 'contradicted', source: swapped.span };
  if (other && !samePassage && other.fit >= (sameLanguage(evidence, other) ? SURELY_ABOUT_IT : ABOUT_IT_ACROSS)) {
    const oneSource = other.occurrence.passage.source === same.occurrence.passage.source;
    const alike = isBounded(other.occurrence.mention) === isBounded(mention);
    const margin =
      (oneSource ? MARGIN / 2 : MARGIN) + (alike ? 0 : OF_ITS_OWN) + FEW_WORDS / evidence.sentence.words.length;
    if (other.fit > same.fit + margin) return against(other);
    // Two sources that say the same of the same thing with different figures: both are shown.
    if (disagree(other, same)) return { ...against(other), agreeing: same.occurrence.span };
  }
  const leans = (evidence.lean.get(same.occurrence.passage.source) ?? 0) > 0;
  if (
    same.fit < (leans ? BY_ACCIDENT_HERE : BY_ACCIDENT) &&
    evidence.sentence.words.length > 2 &&
    sameLanguage(evidence, same)
  )
    return { verdict: 'unsupported' };
  return { verdict: 'supported', source: same.occurrence.span };
}

/** "20% in the UK, 19% in Germany": whether the words of the draft's clause stand far nearer to the rival figure. */
function belongsTo(rival: Occurrence, same: Occurrence, { sentence }: Evidence, mention: Mention): boolean {
  const clause = sentence.clauseOf(mention.from);
  const stems = new Set(sentence.words.filter((word) => word.clause === clause).map(({ stem }) => stem));
  const met = same.passage.sentence.words.filter(({ stem }) => stems.has(stem));
  if (met.length === 0) return false;
  const nearness = ({ mention: { from, to } }: Occurrence) =>
    met.reduce((sum, { token }) => sum + 1 / (1 + (token < from ? from - token : token - to + 1)), 0);
  return nearness(rival) > FAR_NEARER * nearness(same);
}

/** How many other figures of the sentence the passage states, too. */
function othersIn(passage: Passage, sentence: ReadSentence, mention: Mention): number {
  const others = sentence.mentions.filter((other) => other !== mention).slice(0, MOST_OTHERS);
  return others.filter(({ value }) => passage.sentence.mentions.some((found) => compare(value, found.value) === 'same'))
    .length;
}

function isBounded({ value }: Mention): boolean {
  return 'bound' in value && value.bound !== undefined;
}

function against({ occurrence }: Place): Decision {
  return { verdict: 'contradicted', source: occurrence.span };
}

function sameLanguage({ draft }: Evidence, { occurrence }: Place): boolean {
  return draft.language === occurrence.passage.document.language;
}

function samePlaces(evidence: Evidence, mention: Mention): Occurrence[] {
  // "We refund you 500 EUR": whoever asks for a sum has not been promised it.
  const isPromised = mention.kind === 'price' && namesAPromise(evidence);
  const mayRepeat = FROM_CONVERSATION.has(mention.kind) && !isPromised;
  return evidence.mentions
    .like(mention.value)
    .filter((found) => (!found.conversation || mayRepeat) && compare(mention.value, found.mention.value) === 'same');
}

/** Other values of the kind in the passages nearest to the sentence. */
function otherPlaces({ candidates, mentions, sentence }: Evidence, mention: Mention): Occurrence[] {
  const isOurs = (found: Occurrence) =>
    sentence.mentions.some((ours) => ours !== mention && compare(ours.value, found.mention.value) === 'same');
  return (
    candidates
      .flatMap(({ passage }) => mentions.of(passage))
      .filter((found) => !found.conversation && compare(mention.value, found.mention.value) === 'different')
      // What the sentence says as well stands in nobody's place.
      .filter((found) => !isOurs(found))
  );
}

function best(places: readonly Occurrence[], { index, lean, sentence }: Evidence, mention: Mention): Place | undefined {
  let winner: Place | undefined;
  const counted = new Map<Passage, number>();
  const others = (passage: Passage) => {
    const known = counted.get(passage) ?? othersIn(passage, sentence, mention);
    counted.set(passage, known);
    return known;
  };
  for (const occurrence of places) {
    const fit =
      (lean.get(occurrence.passage.source) ?? 0) +
      BESIDE * others(occurrence.passage) +
      contextScore(
        index,
        { words: sentence.words, clause: sentence.clauseOf(mention.from) },
        { passage: occurrence.passage, clause: occurrence.clause },
      );
    if (!winner || fit > winner.fit) winner = { occurrence, fit };
  }
  return winner;
}

/** The passages say the same but for their figures. */
function disagree(a: Place, b: Place): boolean {
  if (a.occurrence.passage.source === b.occurrence.passage.source) return false;
  if (Math.min(a.fit, b.fit) < 0.6 || Math.abs(a.fit - b.fit) > 2 * MARGIN) return false;
  const [one, two] = [a, b].map(({ occurrence }) => new Set(occurrence.passage.sentence.words.map(({ stem }) => stem)));
  if (!one || !two || Math.min(one.size, two.size) < 2) return false;
  const shared = [...one].filter((stem) => two.has(stem)).length;
  return shared / Math.max(one.size, two.size) >= 0.7;
}
