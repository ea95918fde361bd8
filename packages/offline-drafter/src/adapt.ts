import type { Passage } from '@draftsmith/contracts';
import { dropSentences } from './drop-sentences.ts';
import { excerpt } from './excerpt.ts';
import { type Letter, openLetter } from './letter.ts';
import { type LanguagePack, UNFILLED } from './phrases/language-pack.ts';
import { fillPlaceholders } from './placeholders.ts';
import { blocks, capitalise, tidy } from './text.ts';

/** Words. A reply longer than this is not read; whole lists may exceed it. */
const LONGEST_PASSAGE = 150;

export interface AdaptOptions {
  pack: LanguagePack;
  /** As the letter addresses the customer. */
  name: string | undefined;
  /** Terms of the customer's question. */
  asked: ReadonlySet<string>;
}

export interface AdaptedLetter extends Letter {
  /** No sentence had to be left out. */
  whole: boolean;
}

/**
 * Turns a passage into the middle part of a letter to this customer.
 * @returns undefined when the passage cannot be used without saying something untrue or unfinished
 */
export function adapt(passage: Passage, { pack, name, asked }: AdaptOptions): AdaptedLetter | undefined {
  const filled = fillPlaceholders(passage.text, name);
  if (filled === undefined) return undefined;
  const letter =
    passage.sourceKind === 'article'
      ? { body: withoutTitle(blocks(filled), passage.sourceTitle) }
      : openLetter(filled, pack);
  const trimmed = dropSentences(letter.body, passage, pack);
  if (trimmed === undefined || trimmed.body.length === 0) return undefined;
  const [first = '', ...others] = excerpt(trimmed.body, asked, pack, LONGEST_PASSAGE);
  return { ...formalities(letter), body: [capitalise(first), ...others], whole: trimmed.whole };
}

/** An opener with a hole in it is replaced by ours. */
function formalities({ opener, offer }: Letter): Omit<Letter, 'body'> {
  return {
    ...(opener && !opener.includes(UNFILLED) ? { opener } : {}),
    ...(offer && !offer.includes(UNFILLED) ? { offer } : {}),
  };
}

function withoutTitle(body: readonly string[], title: string): readonly string[] {
  const [first, ...others] = body;
  if (first === undefined) return body;
  const [line = '', ...lines] = first.split('\n');
  if (
    tidy(line)
      .replace(/^#+\s*/, '')
      .toLowerCase() !== title.trim().toLowerCase()
  )
    return body;
  return lines.length > 0 ? [lines.join('\n'), ...others] : others;
}
