import type { Passage } from '@draftsmith/contracts';
import type { Orm } from '@draftsmith/database';
import { AppError } from '@draftsmith/errors';
import {
  createLibrarySearch,
  type LibraryAccount,
  type LibrarySearch,
  libraryLanguages,
  searchLanguage,
} from '@draftsmith/library';
import { z } from 'zod';
import type { CommandEnvironment } from '../../cli.ts';
import { type JsonLine, readJsonLines } from '../../files/json-lines.ts';
import { printable } from '../text-table.ts';
import { parseAccount, withLibrary } from './open-library.ts';

export interface SearchOptions {
  account: string;
  limit: string;
  language?: string;
  brand?: string;
  public?: boolean;
  json?: boolean;
}

interface Hit {
  passage: Passage;
  score: number;
}

type Search = (query: string, context: readonly string[]) => Promise<Hit[]>;

const MOST = 100;
const EXCERPT = 160;
const EXPECTED = 'Expected {"query","id"?,"context"?:["..."]} on each line';
const line = z.object({
  id: z.union([z.string(), z.number()]).optional(),
  query: z.string(),
  context: z.array(z.string()).optional(),
});

export async function searchKnowledge(
  environment: CommandEnvironment,
  query: string,
  options: SearchOptions,
): Promise<void> {
  const account = parseAccount(options.account);
  const limit = parseLimit(options.limit);
  await withLibrary(environment, async (orm) => {
    const search = await createSearch(orm, account, { ...options, limit });
    if (query.trim()) printHits(environment, query, await search(query, []), options);
    else await searchLines(environment, search);
  });
}

/** @throws AppError `not-found` when the account has no knowledge at all */
async function createSearch(
  orm: Orm,
  account: LibraryAccount,
  { limit, language, brand, public: publicOnly }: Omit<SearchOptions, 'limit'> & { limit: number },
): Promise<Search> {
  const languages = await libraryLanguages(orm, account);
  if (languages.length === 0)
    throw new AppError('not-found', 'There is no knowledge under this account: knowledge import brings some in');
  const library: LibrarySearch = createLibrarySearch(orm);
  return async (query, context) => {
    const found = await library.ranked(query, {
      ...account,
      language: language ?? searchLanguage([...context, query].join('\n'), languages) ?? 'en',
      visibility: publicOnly ? 'public' : 'all',
      // A document may be found by several of its passages.
      limit: limit * 2,
      context,
      ...(brand && { brand }),
    });
    return firstOfEach(found).slice(0, limit);
  };
}

function firstOfEach(hits: readonly Hit[]): Hit[] {
  const seen = new Set<string>();
  return hits.filter(({ passage }) => {
    const key = `${passage.sourceKind} ${passage.sourceId}`;
    return !seen.has(key) && seen.add(key);
  });
}

async function searchLines({ out, say, stdin }: CommandEnvironment, search: Search): Promise<void> {
  if ('isTTY' in stdin && stdin.isTTY) say('Type one {"query"} a line, then Ctrl+D on a line of its own');
  for await (const read of readJsonLines(stdin)) {
    const answer = await answerLine(read, search);
    if ('error' in answer) process.exitCode = 1;
    out(JSON.stringify(answer));
  }
}

async function answerLine(read: JsonLine, search: Search): Promise<Record<string, unknown>> {
  if ('error' in read) return read;
  const parsed = line.safeParse(read.value);
  if (!parsed.success) return { line: read.line, error: EXPECTED };
  const { id = read.line, query, context = [] } = parsed.data;
  const hits = await search(query, context);
  return { id, hits: hits.map(({ passage, score }) => ({ id: passage.sourceId, score: rounded(score) })) };
}

function printHits({ out, say }: CommandEnvironment, query: string, hits: readonly Hit[], { json }: SearchOptions) {
  if (json) {
    const found = hits.map(
      ({ passage: { sourceId, sourceTitle, sourceKind, text, url, visibility, confidence }, score }) => ({
        ...{ id: sourceId, score: rounded(score), confidence: rounded(confidence), kind: sourceKind },
        ...{ title: sourceTitle, visibility, url, text },
      }),
    );
    out(JSON.stringify({ query, hits: found }, null, 2));
    return;
  }
  if (hits.length === 0) say('Nothing answers this');
  for (const [i, { passage, score }] of hits.entries()) {
    const internal = passage.visibility === 'internal' ? ', internal' : '';
    const title = printable(passage.sourceTitle);
    out(`${String(i + 1).padStart(2)}. ${title} (${passage.sourceKind} ${printable(passage.sourceId)}${internal})`);
    out(`    score ${score.toFixed(3)}, covers ${Math.round(passage.confidence * 100)} % of the question`);
    out(`    ${printable(passage.text.replace(/\s+/g, ' ')).slice(0, EXCERPT)}`);
  }
}

function parseLimit(value: string): number {
  const limit = Number(value);
  if (Number.isInteger(limit) && limit >= 1 && limit <= MOST) return limit;
  throw new AppError('invalid', `--limit: expected a number from 1 to ${MOST}`);
}

function rounded(score: number): number {
  return Math.round(score * 1e6) / 1e6;
}
