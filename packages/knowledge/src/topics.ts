import { fold } from '@draftsmith/letters';
import { stem } from './stem.ts';
import { stopWords } from './stop-words.ts';

/** `Router X2: how to reset it`, `Refunds::Late refund`, `Hotel Lux - parking`: what an article is about stands first. */
const PREFIX = /^\s*(\S.{0,78}?)\s*(?::{1,2}\s?|\s[-–—|›»>/]\s)\s*\S/u;

/** A word such as `the` says little of what is meant, though the index does not know it. */
const STOP_WORD_WEIGHT = 0.2;
/** Weight of a name that tells enough to be known by a part of it: "restaurant" alone is not "Ask Restaurant". */
const TELLING_WEIGHT = 0.5;
/** Share of a topic's name (its telling words counting more) from which on it is meant. */
const LEAST_STRENGTH = 0.5;
/** What was named last is meant; what was named before that is often given up. */
const TURN_DECAY = 0.6;

const WORD = /[\p{L}\p{M}\p{N}]+/gu;

/** The product, place or section that a title begins with, folded; undefined when it names none. */
export function topicOf(title: string): string | undefined {
  const prefix = PREFIX.exec(title)?.[1];
  const words = prefix === undefined ? [] : wordsOf(prefix);
  return words.length > 0 ? words.join(' ') : undefined;
}

/** The stems by which the topics that a text may mean are looked up. */
export function tellingStems(text: string, language: string): string[] {
  const stops = stopWords(language);
  return [...new Set(wordsOf(text).flatMap((word) => (stops.has(word) ? [] : stem(word, language))))];
}

export interface Mention {
  topic: string;
  /** 0 to 1: how much of its name was said, and how long ago. */
  strength: number;
}

/** The topics of a collection, found in what people say. */
export interface Topics {
  /** @param conversation oldest first; the last is what is asked now. Best first. */
  mentioned(conversation: readonly string[]): Mention[];
}

interface Topic {
  name: string;
  words: readonly string[];
  weights: readonly number[];
  total: number;
}

interface Span {
  topic: Topic;
  start: number;
  end: number;
  share: number;
}

/**
 * @param names as `topicOf` gives them
 * @param rarity of a stem in the collection, 0 (everywhere) to 1 (nowhere)
 */
export function createTopics(names: Iterable<string>, language: string, rarity: (stem: string) => number): Topics {
  const stops = stopWords(language);
  const stemOf = (word: string) => (stops.has(word) ? word : stem(word, language));
  const weightOf = (word: string) => (stops.has(word) ? STOP_WORD_WEIGHT : rarity(stemOf(word)));
  const topics = [...new Set(names)].flatMap((name): Topic[] => {
    const words = name.split(' ');
    const weights = words.map(weightOf);
    const total = Math.max(
      TELLING_WEIGHT,
      weights.reduce((sum, weight) => sum + weight, 0),
    );
    return words.every((word) => stops.has(word)) ? [] : [{ name, words: words.map(stemOf), weights, total }];
  });
  const byWord = new Map<string, { topic: Topic; at: number }[]>();
  for (const topic of topics)
    for (const [at, word] of topic.words.entries()) {
      const known = byWord.get(word);
      if (known) known.push({ topic, at });
      else byWord.set(word, [{ topic, at }]);
    }

  /** Each topic's longest run of words in a text. */
  const spansIn = (text: string): Span[] => {
    const words = wordsOf(text).map(stemOf);
    const best = new Map<Topic, Span>();
    for (let start = 0; start < words.length; start++)
      for (const { topic, at } of byWord.get(words[start] ?? '') ?? []) {
        let length = 0;
        let weight = 0;
        while (at + length < topic.words.length && topic.words[at + length] === words[start + length]) {
          weight += topic.weights[at + length] ?? 0;
          length++;
        }
        const share = weight / topic.total;
        if (share >= LEAST_STRENGTH && share > (best.get(topic)?.share ?? 0))
          best.set(topic, { topic, start, end: start + length, share });
      }
    return [...best.values()];
  };

  return {
    mentioned(conversation) {
      const strengths = new Map<string, number>();
      for (const [turn, said] of conversation.entries()) {
        const decay = TURN_DECAY ** (conversation.length - 1 - turn);
        const spans = spansIn(said);
        for (const span of spans.filter((one) => !spans.some((other) => contains(other, one)))) {
          const strength = span.share * decay;
          if (strength > (strengths.get(span.topic.name) ?? 0)) strengths.set(span.topic.name, strength);
        }
      }
      return [...strengths]
        .map(([topic, strength]) => ({ topic, strength }))
        .sort((a, b) => b.strength - a.strength || (a.topic < b.topic ? -1 : 1));
    },
  };
}

/** "Nando's City Centre" does not mean "Nando's". */
function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end && outer.end - outer.start > inner.end - inner.start;
}

function wordsOf(text: string): string[] {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      .replace(/['’]s?(?!\p{L})|['’]/gu, '')
      .match(WORD)
      ?.map(fold) ?? []
  );
}
