import type { Passage } from '@draftsmith/contracts';
import { describe, expect, it } from 'vitest';
import { chooseParts } from './choose.ts';
import { en } from './phrases/en.ts';
import { terms } from './terms.ts';

function passage(sourceId: string, text: string, more: Partial<Passage> = {}): Passage {
  const base = { sourceId, sourceTitle: 'Help', sourceKind: 'article', visibility: 'public', confidence: 0.6 } as const;
  return { ...base, text, ...more };
}

function choose(questions: string[], ...passages: Passage[]): string[] {
  const asked = terms(questions.join('\n'), en);
  const choice = chooseParts(passages, { pack: en, name: undefined, asked, questions, minConfidence: 0.3 });
  return choice.kind === 'parts' ? choice.parts.map((part) => part.passage.sourceId) : [choice.detail];
}

const ADDRESS = 'You can change the delivery address until the parcel has left our warehouse.';
const REFUND = 'Refunds reach your card within ten business days of the return.';

describe('the first passage', () => {
  it('is the one that retrieval found best, when nothing is known of the question', () => {
    expect(choose([], passage('a', ADDRESS, { confidence: 0.5 }), passage('b', REFUND))).toEqual(['a']);
  });

  it('fits the message as a whole, not one passing word of it', () => {
    const question = 'I want my refund on my card. The return reached your address.';
    const [sure, right] = [passage('a', ADDRESS, { confidence: 0.7 }), passage('r', REFUND, { confidence: 0.55 })];
    expect(choose([question], sure, right)[0]).toBe('r');
  });

  it('is a macro rather than an article that fits about as well', () => {
    const macro = passage('m', REFUND, { sourceKind: 'macro', confidence: 0.57 });
    expect(choose(['When is the refund on my card?'], passage('a', REFUND), macro)).toEqual(['m']);
  });

  it('is whole rather than trimmed', () => {
    const trimmed = passage('t', `${REFUND} I have sent it today.`, { sourceKind: 'past-reply', confidence: 0.65 });
    expect(choose(['When is the refund on my card?'], trimmed, passage('a', REFUND))).toEqual(['a']);
  });
});

describe('further passages', () => {
  const questions = ['When is the refund on my card?', 'And can I change the delivery address of the other parcel?'];

  it('answer what is left open, in the order of the questions', () => {
    expect(choose(questions, passage('a', ADDRESS), passage('r', REFUND))).toEqual(['r', 'a']);
  });

  it('are left out when they are weak', () => {
    expect(choose(questions, passage('a', ADDRESS, { confidence: 0.3 }), passage('r', REFUND))).toEqual(['r']);
  });

  it('come from the same article only under their heading', () => {
    const [first, bare] = [passage('a', REFUND, { confidence: 0.8 }), passage('a', ADDRESS, { confidence: 0.45 })];
    expect(choose(questions, first, bare)).toEqual(['a']);
    expect(choose(questions, first, { ...bare, heading: 'Before dispatch' })).toEqual(['a', 'a']);
  });

  it('complete an opening that says little', () => {
    const opening = passage('a', 'A refund to your card is simple.');
    const section = passage('a', 'Open Orders and choose Return.', { heading: 'How to do it', confidence: 0.55 });
    expect(choose(['When is the refund on my card?'], opening, section)).toEqual(['a', 'a']);
  });
});
