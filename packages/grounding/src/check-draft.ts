import { AppError } from '@draftsmith/errors';
import { courtesyOf } from './judge/courtesies.ts';
import { distrustEchoes } from './judge/echoes.ts';
import { judgeSentence } from './judge/judge-sentence.ts';
import { createMentionIndex } from './judge/mention-index.ts';
import { languageOf } from './language/detect.ts';
import { type Candidate, findCandidates } from './match/candidates.ts';
import { createPassageIndex } from './match/passage-index.ts';
import { readDocument } from './read/document.ts';
import { readSource } from './read/remember.ts';
import type { CheckOptions, DraftCheck, DraftText, GroundingSource, SentenceCheck } from './types.ts';

/** Lines behind "Kind regards" that may be names and titles. */
const SIGNATURE_LINES = 4;
/** How much a neighbouring sentence speaks for the source that it is nearest to. */
const NEIGHBOUR_LEAN = 0.08;

/**
 * Checks every sentence of a draft against its sources, without a model. Time and memory grow in proportion to the texts.
 * Without sources every claim is unsupported.
 *
 * @throws AppError `invalid` when two sources have one id: nobody could tell which of them supports what.
 */
export function checkDraft(
  { text, language: tag }: DraftText,
  sources: readonly GroundingSource[],
  options: CheckOptions = {},
): DraftCheck {
  refuseTwins(sources);
  const language = languageOf(text, tag);
  const draft = readDocument(text, language);
  const index = createPassageIndex(
    sources.map((source) => {
      const theirs = languageOf(source.text, source.locale);
      return {
        source,
        text: readSource(source.text, theirs),
        ...(source.title && { title: readSource(source.title, theirs) }),
      };
    }),
  );
  const mentions = createMentionIndex(index);
  const candidates = draft.sentences.map((sentence) => findCandidates(index, sentence));
  const sentences: SentenceCheck[] = [];
  let signature = 0;
  for (const [at, sentence] of draft.sentences.entries()) {
    const lean = leanOf([candidates[at - 1]?.[0], candidates[at + 1]?.[0]]);
    const evidence = { draft, sentence, candidates: candidates[at] ?? [], index, mentions, options, lean };
    sentences.push(judgeSentence(evidence, signature > 0));
    const closes = isClosing(text.slice(sentence.start, sentence.end), language);
    signature = closes ? SIGNATURE_LINES : Math.max(0, signature - 1);
  }
  const trusted = distrustEchoes(sentences, sources);
  return { language, sentences: trusted, ...count(trusted) };
}

function leanOf(neighbours: readonly (Candidate | undefined)[]): ReadonlyMap<number, number> {
  const lean = new Map<number, number>();
  for (const near of neighbours)
    if (near && near.score >= 0.4) lean.set(near.passage.source, (lean.get(near.passage.source) ?? 0) + NEIGHBOUR_LEAN);
  return lean;
}

function refuseTwins(sources: readonly GroundingSource[]): void {
  if (new Set(sources.map(({ id }) => id)).size < sources.length)
    throw new AppError('invalid', 'Two sources have the same id; expected each id once');
}

function isClosing(sentence: string, language: string): boolean {
  if (courtesyOf(sentence, language) !== 'frame') return false;
  // A greeting opens the letter; names do not follow it line by line.
  return !/^(?:dear|hi|hello|hey|good|sehr|liebe|hallo|guten|bonjour|bonsoir|cher|madame|hola|estimad|buen|ol[aá]|oi|prezad|car[oa]|bo[am]|здравст|привет|добр|уважаем)/i.test(
    sentence,
  );
}

/** How many of the sentences that claim something are supported. */
export function count(sentences: readonly SentenceCheck[]): Pick<DraftCheck, 'supported' | 'claims'> {
  return {
    supported: sentences.filter(({ verdict }) => verdict === 'supported').length,
    claims: sentences.filter(({ verdict }) => verdict !== 'no-claim').length,
  };
}
