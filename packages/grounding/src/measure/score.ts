import { checkDraft } from '../check-draft.ts';
import type { GroundingSource, SentenceCheck } from '../types.ts';
import { TOPICS, type Topic } from './corpus.ts';
import { CORRUPTIONS, type Corruption, corrupt } from './corrupt.ts';
import { createRandom, type Random } from './random.ts';

const SOURCES = 10;
/** Wrong versions made of one sentence and kind. */
const VERSIONS = 3;

export interface Miss {
  language: string;
  kind: Corruption | 'struck';
  sentence: string;
  claims: string;
}

export interface Score {
  untouched: number;
  struck: number;
  /** By kind and language, `number en`. */
  altered: Map<string, { made: number; caught: number }>;
  misses: Miss[];
}

/** Checks every true sentence of the topics, and its seeded corruptions, among ten sources of its language. */
export function score(topics: readonly Topic[], seed: number): Score {
  const random = createRandom(seed);
  const result: Score = { untouched: 0, struck: 0, altered: new Map(), misses: [] };
  for (const topic of topics) {
    const sources = sourcesFor(topic, random);
    for (const [index, sentence] of topic.sentences.entries()) {
      result.untouched++;
      const asWritten = checkAt({ topic, sources, index, sentence });
      if (isStruck(asWritten)) {
        result.struck++;
        result.misses.push(miss(topic, 'struck', asWritten));
      }
      for (const kind of CORRUPTIONS) scoreKind({ topic, sources, index, kind }, random, result);
    }
  }
  return result;
}

interface Place {
  topic: Topic;
  sources: readonly GroundingSource[];
  index: number;
}

function scoreKind({ kind, ...place }: Place & { kind: Corruption }, random: Random, result: Score): void {
  const { language, sentences, source } = place.topic;
  const sentence = sentences[place.index] ?? '';
  const made = new Set<string>();
  for (let version = 0; version < VERSIONS; version++) {
    const wrong = corrupt({ language, sentence, source }, kind, random);
    if (wrong) made.add(wrong);
  }
  const key = `${kind} ${language}`;
  const counts = result.altered.get(key) ?? { made: 0, caught: 0 };
  result.altered.set(key, counts);
  for (const wrong of made) {
    counts.made++;
    const checked = checkAt({ ...place, sentence: wrong });
    if (isStruck(checked)) counts.caught++;
    else result.misses.push(miss(place.topic, kind, checked));
  }
}

/** The sentence among the others of its topic, as a letter has it. */
function checkAt({ topic, sources, index, sentence }: Place & { sentence: string }): SentenceCheck | undefined {
  const before = topic.sentences.slice(0, index).join(' ');
  const text = [before, sentence, ...topic.sentences.slice(index + 1)].filter(Boolean).join(' ');
  const start = before === '' ? 0 : before.length + 1;
  const { sentences } = checkDraft({ text, language: topic.language }, sources);
  // A sentence may have been cut in two: the worse part counts.
  const parts = sentences.filter((found) => found.end > start && found.start < start + sentence.length);
  return parts.find((part) => isStruck(part)) ?? parts[0];
}

function sourcesFor(topic: Topic, random: Random): GroundingSource[] {
  const others = TOPICS.filter((other) => other.language === topic.sourceLanguage && other !== topic);
  const chosen = [topic];
  while (chosen.length < Math.min(SOURCES, others.length + 1)) {
    const other = random.pick(others);
    if (!chosen.includes(other)) chosen.push(other);
  }
  return chosen.map(({ title, source }, index) => ({
    id: `s${index}`,
    title,
    text: source,
    locale: topic.sourceLanguage,
  }));
}

export function isStruck(checked: SentenceCheck | undefined): boolean {
  return checked === undefined || checked.verdict === 'unsupported' || checked.verdict === 'contradicted';
}

function miss({ language }: Topic, kind: Miss['kind'], checked: SentenceCheck | undefined): Miss {
  const claims = checked?.claims.map((claim) => `${claim.kind} ${claim.text} ${claim.verdict}`).join('; ') ?? '';
  return { language, kind, sentence: `${checked?.text} (${checked?.verdict})`, claims };
}
