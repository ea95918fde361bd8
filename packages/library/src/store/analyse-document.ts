import { createHash } from 'node:crypto';
import type { KnowledgeDocument } from '@draftsmith/contracts';
import { storable } from '@draftsmith/database';
import { detectLanguage, toPassages } from '@draftsmith/knowledge';
import { topicOf, weightedTokens } from '@draftsmith/knowledge/ranking';
import { encodeWords } from './words.ts';

/** What a document becomes in the tables, before shelves and numbers are known. */
export interface AnalysedDocument {
  document: KnowledgeDocument;
  /** ISO 639-1. */
  language: string;
  topic: string | null;
  passages: readonly AnalysedPassage[];
}

export interface AnalysedPassage {
  heading: string | null;
  text: string;
  length: number;
  words: string;
}

/** Raised when the same document would be indexed otherwise: everything is then read anew. */
const ANALYSIS = 1;

export function digestOf(document: KnowledgeDocument): string {
  const { title, text, question, locale, url, visibility, updatedAt, brand, people } = document;
  return createHash('sha256')
    .update(JSON.stringify([ANALYSIS, title, text, question, locale, url, visibility, updatedAt, brand, people]))
    .digest('base64url');
}

export function analyseDocument(given: KnowledgeDocument): AnalysedDocument {
  const document = storable(given);
  const language = document.locale?.slice(0, 2).toLowerCase() || detectLanguage(`${document.title}\n${document.text}`);
  const passages = toPassages(document).map((passage): AnalysedPassage => {
    const tokens = weightedTokens(passage, language);
    return {
      heading: passage.heading ?? null,
      text: passage.text,
      length: tokens.reduce((sum, { weight }) => sum + weight, 0),
      words: encodeWords(tokens),
    };
  });
  const topic = document.kind === 'past-reply' ? null : (topicOf(document.title) ?? null);
  return { document, language, topic, passages };
}
