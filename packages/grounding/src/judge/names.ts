import { fold } from '@draftsmith/letters';
import { contextScore } from '../match/candidates.ts';
import { nameKeys, type Passage } from '../match/passage-index.ts';
import { couldBeName, isBehindNoun, type NameWord } from '../mentions/names.ts';
import type { Reader } from '../mentions/reader.ts';
import type { ClaimCheck } from '../types.ts';
import { placesOf, SHARED_FIGURE } from './align.ts';
import { claimOf, type Decision, type Evidence } from './evidence.ts';

/** A passage this near to the sentence says whose name belongs there. */
const NEAR = 0.45;
const SURELY_NEAR = 0.5;
/** Enough where the two names stand behind the same word. */
const SAME_SLOT = 0.3;
/** Any word may open a sentence: only beside a passage that says all the rest is it taken for a name. */
const ALMOST_THE_SAME = 0.75;
/** A name may stand in any passage that fits the sentence nearly as well as the best. */
const NEARLY_AS_WELL = 0.6;
/** Places of an opening word that are asked whether it is a name there. */
const MOST_PLACES = 50;

/** Every name of a sentence, judged; an opening word or a German noun appears only when a name stands in its place. */
export function judgeNames(evidence: Evidence, figures: readonly ClaimCheck[]): ClaimCheck[] {
  const places = placesOf(evidence, figures);
  return evidence.sentence.names.flatMap((name) => {
    const decision = decide({ ...evidence, places }, name);
    return decision ? [claimOf(evidence, { kind: 'name', from: name.token, to: name.token + 1 }, decision)] : [];
  });
}

/** With the passages that the sentence's figures were found in. */
type NameEvidence = Evidence & { places: readonly Passage[] };

function decide(evidence: NameEvidence, name: NameWord): Decision | undefined {
  const { draft, options } = evidence;
  const word = draft.reader.word(name.token);
  if (name.certainty === 'doubtful' && !couldBeName(draft.reader, name.token)) return undefined;
  if ((options.allowedNames ?? []).some((allowed) => fold(allowed).split(/\s+/).includes(word))) return undefined;
  const places = passagesWith(evidence, name);
  return places.length === 0 ? absent(evidence, name) : present(evidence, name, places);
}

/** Indexes of the passages that hold the name, in any language, case or inflected form. */
function passagesWith({ draft, index, sentence }: Evidence, { token, certainty }: NameWord): readonly number[] {
  const word = draft.reader.word(token);
  const exact = nameKeys(word).flatMap((key) => index.postings.get(key) ?? []);
  if (exact.length > 0) return exact;
  const content = sentence.words.find((found) => found.token === token);
  const loose = content?.keys ?? [];
  const inflected = loose.filter(([, worth]) => worth === 1).flatMap(([key]) => index.postings.get(key) ?? []);
  if (inflected.length > 0 || certainty === 'sure') return inflected;
  // "Support", "Rückgaberecht": a noun that the sources have in another form.
  return loose.flatMap(([key]) => index.postings.get(key) ?? []);
}

function absent(evidence: NameEvidence, name: NameWord): Decision | undefined {
  const rival = rivalOf(evidence, name);
  if (rival) return { verdict: 'contradicted', source: rival.span };
  return name.certainty === 'doubtful' ? undefined : { verdict: 'unsupported' };
}

function present(evidence: NameEvidence, name: NameWord, places: readonly number[]): Decision | undefined {
  const { candidates, index } = evidence;
  const [best] = candidates;
  const holds = new Set(places);
  const beside = candidates.find(
    ({ passage, score }) =>
      score >= (best?.score ?? 0) * NEARLY_AS_WELL &&
      (holds.has(passage.index) || holds.has(index.sources[passage.source]?.title?.index ?? -1)),
  );
  const supported = beside?.passage ?? index.passages[places[0] ?? -1];
  const known =
    name.certainty !== 'doubtful' ||
    places.slice(0, MOST_PLACES).some((place) => isNameIn(evidence, index.passages[place], name));
  if (known && (!beside || beside.score < (best?.score ?? 0) - 0.2)) {
    const rival = rivalOf(evidence, name);
    if (rival && !holds.has(rival.index)) return { verdict: 'contradicted', source: rival.span };
  }
  if (name.certainty === 'doubtful') return undefined;
  return { verdict: 'supported', ...(supported && { source: supported.span }) };
}

/** "in Berlin" and "in Munich", "Brava 200" and "Zephyr 200". */
function sameSlot(reader: Reader, token: number, [theirs, their]: readonly [Reader, number]): boolean {
  const before = reader.word(token - 1);
  if (before.length > 1 && before === theirs.word(their - 1)) return true;
  return reader.tokens[token + 1]?.type === 'number' && reader.word(token + 1) === theirs.word(their + 1);
}

/** A sentence's first word is a name if a source has it capitalised in mid-sentence. */
function isNameIn({ draft }: Evidence, passage: Passage | undefined, { token }: NameWord): boolean {
  const keys = new Set(nameKeys(draft.reader.word(token)));
  return (passage?.sentence.names ?? []).some(
    (name) =>
      name.certainty !== 'doubtful' &&
      nameKeys(passage?.document.reader.word(name.token) ?? '').some((key) => keys.has(key)),
  );
}

/** The nearest passage, or one that shares a figure, if it has a name that the sentence leaves out: that one belongs here. */
function rivalOf(evidence: NameEvidence, name: NameWord): Passage | undefined {
  // A title says what a passage is about, rarely whom it names.
  const best = evidence.candidates.find(({ passage }) => !passage.title)?.passage;
  const near = new Set([...(best ? [best] : []), ...evidence.places]);
  return [...near].find((passage) => hasRival(evidence, name, passage));
}

function hasRival(evidence: NameEvidence, { certainty, token: place }: NameWord, passage: Passage): boolean {
  const { draft, index, sentence, places } = evidence;
  const isNoun = (token: number) => !couldBeName(draft.reader, token);
  const isThere = (token: number) => nameKeys(draft.reader.word(token)).some((key) => passage.keys.has(key));
  // Without the names that are not there: they would keep every passage far away.
  const tokens = new Set(
    sentence.names.flatMap(({ token, certainty: sure }) =>
      isThere(token) || (sure === 'doubtful' && isNoun(token)) ? [] : [token],
    ),
  );
  const words = sentence.words.filter(({ token }) => !tokens.has(token));
  const shared = places.includes(passage) ? SHARED_FIGURE : 0;
  const fit = shared + contextScore(index, { words, clause: -1 }, { passage, clause: -1 });
  const opens = certainty === 'doubtful' && draft.language !== 'de';
  const needed = opens ? ALMOST_THE_SAME : certainty === 'doubtful' ? SURELY_NEAR : NEAR;
  const here = new Set(sentence.names.flatMap(({ token }) => nameKeys(draft.reader.word(token))));
  // "Paket Amaral": so sure is a name behind a noun that whatever the source names there is left out for it.
  const behindNoun = draft.language === 'de' && isBehindNoun(draft.reader, place);
  const stems = new Set(sentence.words.map(({ stem }) => stem));
  const { sentence: theirs, document } = passage;
  return theirs.names.some((name) => {
    const counts = document.language === 'de' && (behindNoun || couldBeName(document.reader, name.token));
    if (name.certainty === 'doubtful' && !counts) return false;
    const content = theirs.words.find(({ token }) => token === name.token);
    const keys = nameKeys(document.reader.word(name.token));
    const missing = !keys.some((key) => here.has(key)) && !(content && stems.has(content.stem));
    return missing && fit >= (sameSlot(draft.reader, place, [document.reader, name.token]) ? SAME_SLOT : needed);
  });
}
