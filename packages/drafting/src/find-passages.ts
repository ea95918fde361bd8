import type { DraftContext, Passage } from '@draftsmith/contracts';
import { type Analyser, createIndex, type KnowledgeIndex } from '@draftsmith/knowledge';
import type { Question } from './question.ts';

/** Finds passages that are kept of an account; in the language asked for, best first, with comparable confidence. */
export type LibrarySearch = (
  questions: readonly string[],
  where: {
    connector: string;
    account: string;
    language: string;
    /** Only what holds for this brand. */
    brand?: string;
    visibility: 'public';
    /** What was said before, oldest first. */
    context: readonly string[];
    limit: number;
    signal: AbortSignal;
  },
) => Promise<Passage[]>;

export interface SearchDeps {
  /** Keeps what was read of articles and macros, so that the same ones cost nothing for the next ticket. */
  analyser: Analyser;
  /** Searched beside the context's own sources, when there is one. */
  index?: KnowledgeIndex;
  /** What is kept of the account, searched as well: articles, macros and solved tickets. */
  library?: LibrarySearch | undefined;
}

const MAX_PASSAGES = 5;

/** What an answer may rest on, best first: the context's own sources, and what is kept. */
export async function findPassages(
  { analyser, index, library }: SearchDeps,
  { resource, sources, facts, turns }: DraftContext,
  { parts, language }: Question,
  signal: AbortSignal,
): Promise<Passage[]> {
  // What customers may not read must not shape what they are told, whoever writes it.
  const options = { language, limit: MAX_PASSAGES, visibility: 'public', context: saidBefore(turns) } as const;
  const own = createIndex({ analyser });
  own.add(sources);
  const where = {
    connector: resource.connector,
    account: resource.account,
    ...(facts?.brand && { brand: facts.brand }),
  };
  const kept = await library?.(parts, { ...options, ...where, signal });
  const others = [...(index?.search(parts, options) ?? []), ...(kept ?? [])];
  const found = own.search(parts, options);
  if (others.length === 0) return found;
  return distinct([...found, ...others].sort((a, b) => b.confidence - a.confidence)).slice(0, MAX_PASSAGES);
}

/** Turns before the message that are read: what was meant earlier is often given up. */
const EARLIER_TURNS = 6;

/** What came before the message that is answered: it may name the product or place that is meant. */
function saidBefore(turns: DraftContext['turns']): string[] {
  const shown = turns.filter(({ role }) => role !== 'internal-note');
  const lastAnswer = shown.findLastIndex(({ role }) => role === 'agent');
  return shown.slice(Math.max(0, lastAnswer + 1 - EARLIER_TURNS), lastAnswer + 1).map(({ text }) => text);
}

/** An article that both the search of the help centre and the library give counts once. */
function distinct(passages: readonly Passage[]): Passage[] {
  const seen = new Set<string>();
  return passages.filter(({ sourceId, text }) => {
    const key = `${sourceId}\n${text}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
