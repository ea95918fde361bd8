import type { Turn } from '@draftsmith/contracts';
import { cleanMessage, detectLanguage } from '@draftsmith/knowledge';
import type { OperationResult } from '../store/operation-words.ts';

const LABELS: Record<string, { customer: string; agent: string }> = {
  en: { customer: 'Customer', agent: 'Support' },
  ru: { customer: 'Клиент', agent: 'Поддержка' },
  de: { customer: 'Kunde', agent: 'Support' },
  es: { customer: 'Cliente', agent: 'Soporte' },
  fr: { customer: 'Client', agent: 'Support' },
  pt: { customer: 'Cliente', agent: 'Suporte' },
};

const MOST_LINES = 6;
/** Characters of a line. */
const MAX_LINE = 240;
/** Words that say something: shorter ones are in every sentence. */
const WORD = /[\p{L}\p{N}]{4,}/gu;

/**
 * The sentences that a thread is about, one of each message, in the writers' own words: the first message, the last two,
 * and between them those that share most with the rest. `into` names the labels only: nothing is translated.
 */
export function extract(turns: readonly Turn[], into: string): OperationResult {
  const labels = LABELS[into] ?? { customer: 'Customer', agent: 'Support' };
  const day = new Intl.DateTimeFormat(into, { day: 'numeric', month: 'short', timeZone: 'UTC' });
  const messages = turns.map(({ role, at, text }) => ({ role, at, text: cleanMessage(text) || text.trim() }));
  const language = detectLanguage(messages.map(({ text }) => text).join('\n'));
  const weights = wordWeights(messages.map(({ text }) => text));
  const lines = messages.map(({ role, at, text }) => {
    const best = bestSentence(text, language, weights);
    return {
      best,
      score: scoreOf(best, weights),
      line: `${dayOf(day, at)}${role === 'customer' ? labels.customer : labels.agent}: ${best}`,
    };
  });
  const text = chosen(lines)
    .map((at) => `- ${lines[at]?.line}`)
    .join('\n');
  return { text, language };
}

/** In order of time. */
function chosen(lines: readonly { best: string; score: number }[]): number[] {
  const last = lines.length - 1;
  const fixed = new Set([0, last - 1, last].filter((at) => at >= 0));
  const others = lines
    .map(({ best, score }, at) => ({ best, score, at }))
    // "Any news?" is said once.
    .filter(({ best, at }) => !fixed.has(at) && lines.findIndex((one) => one.best === best) === at)
    .sort((a, b) => b.score - a.score || a.at - b.at)
    .slice(0, MOST_LINES - fixed.size);
  return [...fixed, ...others.map(({ at }) => at)].sort((a, b) => a - b);
}

function dayOf(format: Intl.DateTimeFormat, at: string): string {
  const date = new Date(at);
  return Number.isNaN(date.getTime()) ? '' : `${format.format(date)}, `;
}

/** In how many messages each word is. */
function wordWeights(texts: readonly string[]): Map<string, number> {
  const weights = new Map<string, number>();
  for (const text of texts) for (const word of wordsOf(text)) weights.set(word, (weights.get(word) ?? 0) + 1);
  return weights;
}

function bestSentence(text: string, language: string, weights: ReadonlyMap<string, number>): string {
  const segments = new Intl.Segmenter(language, { granularity: 'sentence' }).segment(text.replace(/\s+/g, ' '));
  const sentences = [...segments].map(({ segment }) => segment.trim()).filter(Boolean);
  // A question says what is wanted.
  const value = (sentence: string) => scoreOf(sentence, weights) * (sentence.includes('?') ? 1.5 : 1);
  const best = sentences.reduce((found, one) => (value(one) > value(found) ? one : found), sentences[0] ?? '');
  return best.length > MAX_LINE
    ? `${best
        .slice(0, MAX_LINE)
        .replace(/\s+\S*$/, '')
        .toWellFormed()} …`
    : best;
}

function scoreOf(sentence: string, weights: ReadonlyMap<string, number>): number {
  const words = wordsOf(sentence);
  let sum = 0;
  // What is repeated in every message counts more, but not by as much.
  for (const word of words) sum += Math.log1p(weights.get(word) ?? 0);
  // Long sentences hold more of everything.
  return sum / Math.sqrt(words.size + 4);
}

function wordsOf(text: string): Set<string> {
  return new Set(text.toLowerCase().match(WORD) ?? []);
}
