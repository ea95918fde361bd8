import type { Activity, ProposalSource } from '@draftsmith/contracts';
import { oneLine } from '@draftsmith/drafting';
import { fold } from '@draftsmith/letters';
import { needsIn } from './relevant-words.ts';
import { sentencesOf } from './sentences.ts';

/** An activity as it may be written from. */
export interface ReadActivity extends Pick<Activity, 'id' | 'kind' | 'direction' | 'at' | 'url'> {
  title: string;
  /** In order. */
  sentences: readonly string[];
  /** Those that a proposal quotes it by: the same ones for every paragraph, whoever wrote it. */
  excerpt: readonly string[];
}

/** Characters of one activity that are read: a book in a mail must not keep the thread busy. */
const MAX_TEXT = 8_000;
const MAX_EXCERPT = 600;

/** What a company says among its own people, and no document may repeat; beginnings of words, folded. */
const INTERNAL =
  /(?<!\p{L})(?:discount|margin|competitor|negotiat|upsell|cheap|скидк|марж|конкурент|торг(?!ов)|допродаж|дешев|rabatt|marge|wettbewerber|konkurren|verhandl|gunstig|remise|concurren|negociac|negociat|negociar|descuent|margen|competid|barat|descont|margem|concorr)/u;

/**
 * Activities as people read them, newest first. Notes, calls, meetings and own mails are cleared of what was said among
 * colleagues before a model reads them: one that obeys whoever asks cannot tell what it has never read.
 */
export function readActivities(activities: readonly Activity[]): ReadActivity[] {
  return activities.map(({ text, title, ...activity }) => {
    const all = sentencesOf(text.slice(0, MAX_TEXT).toWellFormed());
    const sentences = activity.direction === 'in' ? all : all.filter((sentence) => !INTERNAL.test(fold(sentence)));
    const named = oneLine(title ?? '');
    const shown = activity.direction === 'in' || !INTERNAL.test(fold(named)) ? named : '';
    const { id, kind, direction, at, url } = activity;
    const read = { id, kind, at, title: shown, sentences, excerpt: excerptOf(sentences) };
    return { ...read, ...(direction && { direction }), ...(url !== undefined && { url }) };
  });
}

/** What a proposal shows of an activity that it rests on. */
export function toSource(activity: ReadActivity, kindName: string): ProposalSource {
  const { id, kind, at, title, excerpt, url } = activity;
  return { id, kind, at, title: title || kindName, excerpt: excerpt.join(' '), ...(url !== undefined && { url }) };
}

/** The whole text where it is short; else the sentences that say most of what is needed, in their order. */
function excerptOf(sentences: readonly string[]): string[] {
  const ranked = sentences
    .map((sentence, at) => ({ sentence, at, worth: needsIn(sentence) }))
    .sort((a, b) => b.worth - a.worth || a.at - b.at);
  let length = 0;
  const kept = ranked.filter(({ sentence }) => {
    const fits = length + sentence.length + 1 <= MAX_EXCERPT;
    if (fits) length += sentence.length + 1;
    return fits;
  });
  if (kept.length === 0)
    return sentences.slice(0, 1).map((sentence) => `${sentence.slice(0, MAX_EXCERPT - 2).toWellFormed()} …`);
  return kept.sort((a, b) => a.at - b.at).map(({ sentence }) => sentence);
}
