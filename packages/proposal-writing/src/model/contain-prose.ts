import type { AccountPolicy, KnownPerson, Passage, ProposalParagraph } from '@draftsmith/contracts';
import { containAnswer } from '@draftsmith/drafting';
import { sentencesOf } from '../material/sentences.ts';

export interface ProseBounds {
  /** ISO 639-1. */
  language: string;
  /** The company's own texts: links in them stay. */
  passages: readonly Passage[];
  policy: AccountPolicy;
  customer: KnownPerson;
  instructions: string;
}

export interface ContainedProse {
  paragraphs: ProposalParagraph[];
  /** Sentences that were taken out whole, because they held an address of nobody known. */
  refused: number;
}

const SLOT = /\{\{[^{}]*\}\}/g;

/**
 * What a model may do at most, as in a reply: plain text, without our instructions, without an address that is not the
 * company's or the customer's own. No mark stands where something was: it is a document, and the sentence goes.
 */
export function containProse(paragraphs: readonly ProposalParagraph[], bounds: ProseBounds): ContainedProse {
  // Line by line they are too short to be told from anybody's words.
  const together = hideSlots(paragraphs.map(({ text }) => text).join('\n')).hidden;
  if (containAnswer(together, bounds).text === '') return { paragraphs: [], refused: paragraphs.length };
  let refused = 0;
  const contained = paragraphs.flatMap((paragraph): ProposalParagraph[] => {
    const whole = contain(paragraph.text, bounds);
    if (whole !== undefined) return whole === '' ? [] : [{ ...paragraph, text: whole }];
    const kept = sentencesOf(paragraph.text).map((sentence) => contain(sentence, bounds));
    refused += kept.filter((sentence) => sentence === undefined).length;
    const text = kept.filter((sentence) => sentence !== undefined && sentence !== '').join(' ');
    return text === '' ? [] : [{ ...paragraph, text }];
  });
  return { paragraphs: contained, refused };
}

/** @returns undefined when something had to be taken out of it */
function contain(text: string, bounds: ProseBounds): string | undefined {
  const { hidden, restore } = hideSlots(text);
  const { text: safe, removed } = containAnswer(hidden, bounds);
  if (Object.keys(removed).length > 0) return undefined;
  return restore(safe.replace(/\s+/g, ' ').trim());
}

/**
 * Slots are ours, and braces go from what a model writes: they are words meanwhile, of letters alone, so that no address
 * is seen in "customer.name". Also those that do not exist: the lock refuses their sentence, while a hole in it would
 * pass.
 */
function hideSlots(text: string): { hidden: string; restore: (safe: string) => string | undefined } {
  const slots = text.match(SLOT) ?? [];
  let word = 'Slot';
  while (text.includes(word)) word += 'x';
  const name = (at: number) => `${word}${[...String(at)].map((digit) => 'abcdefghij'[Number(digit)]).join('')}z`;
  let at = 0;
  const hidden = text.replace(SLOT, () => name(at++));
  return {
    hidden,
    restore(safe) {
      let restored = safe;
      for (const [index, slot] of slots.entries()) {
        // Taken out with an instruction, say, or read together with the letters beside it.
        if (!restored.includes(name(index))) return undefined;
        restored = restored.replace(name(index), () => slot);
      }
      return restored;
    },
  };
}
