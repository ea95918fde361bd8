import { placeOf } from '../language/places-and-names.ts';
import { soundOfName } from '../language/transliterate.ts';
import type { ContentWord, ReadDocument, ReadSentence } from '../read/document.ts';
import type { GroundingSource, SourceSpan } from '../types.ts';

/** One sentence of a source, or its title. */
export interface Passage {
  index: number;
  source: number;
  document: ReadDocument;
  sentence: ReadSentence;
  /** In which clauses a key occurs, as bits. */
  keys: ReadonlyMap<string, number>;
  title: boolean;
  span: SourceSpan;
}

export interface IndexedSource {
  id: string;
  conversation: boolean;
  /** Passages `from` to `to` (exclusive). */
  from: number;
  to: number;
  title?: Passage;
}

export interface PassageIndex {
  passages: readonly Passage[];
  sources: readonly IndexedSource[];
  postings: ReadonlyMap<string, readonly number[]>;
  /** Weight of a word: rare ones tell more. */
  weigh(word: ContentWord): number;
}

export interface SourceText {
  source: GroundingSource;
  text: ReadDocument;
  title?: ReadDocument;
}

/** Passages looked at for one key: with more, the key tells nothing, and a hostile text must not cost its square. */
const MOST_POSTINGS = 300;

/** Names come again and again; never without bound. */
const MOST_NAMES = 20_000;
const keysOfName = new Map<string, readonly string[]>();

/** Keys under which a name is found in any language and case. */
export function nameKeys(folded: string): readonly string[] {
  const known = keysOfName.get(folded);
  if (known) return known;
  const keys = readNameKeys(folded);
  if (keysOfName.size >= MOST_NAMES) keysOfName.clear();
  keysOfName.set(folded, keys);
  return keys;
}

function readNameKeys(folded: string): readonly string[] {
  const bare = folded.replace(/['’]s$/, '');
  const place = placeOf(bare);
  return [`f${bare}`, ...(place === undefined ? [] : [`g${place}`]), `n${soundOfName(bare)}`];
}

export function createPassageIndex(texts: readonly SourceText[]): PassageIndex {
  const passages: Passage[] = [];
  const sources: IndexedSource[] = [];
  const postings = new Map<string, number[]>();
  const add = (document: ReadDocument, sentence: ReadSentence, at: Pick<Passage, 'source' | 'title' | 'span'>) => {
    const keys = passageKeys(document, sentence);
    const passage: Passage = { index: passages.length, document, sentence, keys, ...at };
    passages.push(passage);
    for (const key of keys.keys()) {
      const found = postings.get(key);
      if (!found) postings.set(key, [passage.index]);
      else found.push(passage.index);
    }
    return passage;
  };
  for (const [
    source,
    {
      source: { id, kind },
      text,
      title,
    },
  ] of texts.entries()) {
    const from = passages.length;
    const heads = (title?.sentences ?? [])
      .slice(0, 3)
      .map((sentence) => add(title as ReadDocument, sentence, { source, title: true, span: { id, start: 0, end: 0 } }));
    for (const sentence of text.sentences)
      add(text, sentence, { source, title: false, span: { id, start: sentence.start, end: sentence.end } });
    sources.push({
      id,
      conversation: kind === 'conversation',
      from,
      to: passages.length,
      ...(heads[0] && { title: heads[0] }),
    });
  }
  return { passages, sources, postings: capped(postings), weigh: weigher(postings, passages.length) };
}

/** The passage that holds a place in a source's text; undefined for a title. */
export function passageAt({ passages, sources }: PassageIndex, { id, start, end }: SourceSpan): Passage | undefined {
  const source = sources.find((one) => one.id === id);
  if (!source || end === 0) return undefined;
  let [low, high] = [source.from, source.to - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    const passage = passages[middle];
    if (passage && (passage.title || passage.span.start <= start)) low = middle;
    else high = middle - 1;
  }
  const found = passages[low];
  return found && !found.title && found.span.end >= end ? found : undefined;
}

/** The first passages of a key are as good as any when it is in hundreds. */
function capped(postings: Map<string, number[]>): Map<string, number[]> {
  for (const [key, found] of postings)
    if (found.length > MOST_POSTINGS) postings.set(key, found.slice(0, MOST_POSTINGS));
  return postings;
}

function weigher(postings: ReadonlyMap<string, readonly number[]>, count: number): (word: ContentWord) => number {
  const known = new Map<string, number>();
  return (word) => {
    const before = known.get(word.stem);
    if (before !== undefined) return before;
    const found = postings.get(`s${word.stem}`)?.length ?? postings.get(`f${word.folded}`)?.length;
    // A word that no source has: a paraphrase's own, or an invention. Neither rare nor common.
    const weight = found === undefined ? 0.8 * Math.log(2 + count / 4) : Math.log(1 + (count + 1) / found);
    known.set(word.stem, weight);
    return weight;
  };
}

/** Kept with the sentence: a source that comes back is not taken apart again. */
const keysOfSentence = new WeakMap<ReadSentence, ReadonlyMap<string, number>>();

function passageKeys(document: ReadDocument, sentence: ReadSentence): ReadonlyMap<string, number> {
  const known = keysOfSentence.get(sentence);
  if (known) return known;
  const keys = new Map<string, number>();
  const add = (key: string, clause: number) => keys.set(key, (keys.get(key) ?? 0) | (1 << clause));
  for (const word of sentence.words) for (const [key] of word.keys) add(key, word.clause);
  for (const { token } of sentence.names)
    for (const key of nameKeys(document.reader.word(token))) add(key, sentence.clauseOf(token));
  keysOfSentence.set(sentence, keys);
  return keys;
}
