import type { Question } from '../question.ts';

/** In the order of the tables: what everybody pays, what a plain SDK costs, the peers, and ours. */
export const CONTENDERS = {
  fetch: 'fetch',
  'fetch-stream': 'fetch, streamed',
  openai: 'openai SDK',
  'openai-stream': 'openai SDK, streamed',
  'ai-sdk': 'AI SDK generateText',
  langchain: 'LangChain withFallbacks',
  'ours-bare': 'Draftsmith, all safety off',
  ours: 'Draftsmith on PGlite',
  'ours-postgres': 'Draftsmith on PostgreSQL',
} as const;

export type ContenderId = keyof typeof CONTENDERS;

/** What a contender is given; nothing is read from the environment. */
export interface Surroundings {
  /** Of the model server, with the version. */
  baseUrl: string;
  /** For those that keep something. */
  database?: { url?: string; dataDir: string };
}

/** One way to get an answer, as its documentation shows it, with its defaults. */
export interface Contender {
  /** The text of the answer. */
  ask(question: Question): Promise<string>;
  /** Resolves when what calls left to be done after their answers is done: it is part of what they cost. */
  settle?(): Promise<void>;
  /** For those with a cache: prepares a question; the function that comes back asks it and tells whether it was a hit. */
  repeat?(question: Question): () => Promise<boolean>;
  close?(): Promise<void>;
}
