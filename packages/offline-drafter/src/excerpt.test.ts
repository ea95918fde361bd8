import { describe, expect, it } from 'vitest';
import { excerpt } from './excerpt.ts';
import { en } from './phrases/en.ts';
import { terms } from './terms.ts';

const asked = terms('How do I change the battery?', en);
const filler = (topic: string) => `${topic} ${'is good to know about '.repeat(4)}here.`;

describe('excerpt', () => {
  it('returns a short text as it is', () => {
    const body = ['One.', 'Two.'];
    expect(excerpt(body, asked, en, 10)).toBe(body);
  });

  it('picks the paragraph that speaks of the question, and what follows while it fits', () => {
    const body = [filler('Wheels'), filler('The battery'), filler('Charging it'), filler('Bags')];
    expect(excerpt(body, asked, en, 46)).toEqual(body.slice(1, 3));
  });

  it('picks whole sentences of one long paragraph', () => {
    const sentences = [filler('Wheels'), filler('The battery'), filler('Bags')];
    expect(excerpt([sentences.join(' ')], asked, en, 30)).toEqual([sentences[1]]);
  });

  it('never cuts a list', () => {
    const list = `To change the battery:\n${'- one more step\n'.repeat(20).trim()}`;
    expect(excerpt([filler('Wheels'), list], asked, en, 30)).toEqual([list]);
  });

  it('begins at the start when nothing matches', () => {
    const body = [filler('Wheels'), filler('Bags')];
    expect(excerpt(body, terms('zebra', en), en, 25)).toEqual([body[0]]);
  });
});
