import { fold } from '../language/fold.ts';
import { keysOf, nameKeys, type Passage } from '../match/passage-index.ts';
import { couldBeName, type NameCertainty, type NameWord } from '../mentions/names.ts';
import type { ClaimCheck } from '../types.ts';
import { claimOf, type Decision, type Evidence } from './evidence.ts';

/** A passage this near to the sentence says whose name belongs there. */
const NEAR = 0.45;
const SURELY_NEAR = 0.55;
/** A name may stand in any passage that fits the sentence nearly as well as the best. */
const NEARLY_AS_WELL = 0.6;

/** Every name of a sentence, judged; an opening word or a German noun appears only when a name stands in its place. */
export function judgeNames(evidence: Evidence): ClaimCheck[] {
  return evidence.sentence.names.flatMap((name) => {
    const decision = decide(evidence, name);
    return decision ? [claimOf(evidence, { kind: 'name', from: name.token, to: name.token + 1 }, decision)] : [];
  });
}

function decide(evidence: Evidence, name: NameWord): Decision | undefined {
  const { draft, options } = evidence;
  const word = draft.reader.word(name.token);
  if (name.certainty === 'doubtful' && !couldBeName(word, draft.language)) return undefined;
  if ((options.allowedNames ?? []).some((allowed) => fold(allowed).split(/\s+/).includes(word))) return undefined;
  const places = placesOf(evidence, name);
  return places.length === 0 ? absent(evidence, name) : present(evidence, name, places);
}

/** Indexes of the passages that hold the name, in any language, case or inflected form. */
function placesOf({ draft, index, sentence }: Evidence, { token, certainty }: NameWord): readonly number[] {
  const word = draft.reader.word(token);
  const exact = nameKeys(word).flatMap((key) => index.postings.get(key) ?? []);
  if (exact.length > 0) return exact;
  const content = sentence.words.find((found) => found.token === token);
  const loose = content ? keysOf(content) : [];
  const inflected = loose.filter(([, worth]) => worth === 1).flatMap(([key]) => index.postings.get(key) ?? []);
  if (inflected.length > 0 || certainty === 'sure') return inflected;
  // "Support", "Rückgaberecht": a noun that the sources have in another form.
  return loose.flatMap(([key]) => index.postings.get(key) ?? []);
}

function absent(evidence: Evidence, name: NameWord): Decision | undefined {
  const rival = rivalOf(evidence, name.certainty);
  if (rival) return { verdict: 'contradicted', source: rival.span };
  return name.certainty === 'doubtful' ? undefined : { verdict: 'unsupported' };
}

function present(evidence: Evidence, name: NameWord, places: readonly number[]): Decision | undefined {
  const { candidates, index } = evidence;
  const [best] = candidates;
  const holds = new Set(places);
  const beside = candidates.find(
    ({ passage, score }) =>
      score >= (best?.score ?? 0) * NEARLY_AS_WELL &&
      (holds.has(passage.index) || holds.has(index.sources[passage.source]?.title?.index ?? -1)),
  );
  const supported = beside?.passage ?? index.passages[places[0] ?? -1];
  if (!beside || beside.score < (best?.score ?? 0) - 0.2) {
    const rival = rivalOf(evidence, name.certainty);
    if (rival && !holds.has(rival.index)) return { verdict: 'contradicted', source: rival.span };
  }
  if (name.certainty === 'doubtful') return undefined;
  return { verdict: 'supported', ...(supported && { source: supported.span }) };
}

/** The nearest passage, if it has a name that the sentence leaves out: that one belongs here. */
function rivalOf({ candidates, draft, sentence }: Evidence, certainty: NameCertainty): Passage | undefined {
  const [best] = candidates;
  if (!best || best.own < (certainty === 'doubtful' ? SURELY_NEAR : NEAR) * 0.9 || best.passage.title) return undefined;
  const here = new Set(sentence.names.flatMap(({ token }) => nameKeys(draft.reader.word(token))));
  const words = new Set(sentence.words.map(({ stem }) => stem));
  const { reader, language } = best.passage.document;
  const left = best.passage.sentence.names.some(({ token, certainty: theirs }) => {
    const word = reader.word(token);
    if (theirs === 'doubtful' && (!couldBeName(word, language) || (certainty === 'doubtful' && language !== 'de')))
      return false;
    const content = best.passage.sentence.words.find((found) => found.token === token);
    return !nameKeys(word).some((key) => here.has(key)) && !(content && words.has(content.stem));
  });
  return left ? best.passage : undefined;
}
