import type { Source } from '@draftsmith/contracts';
import { describe, expect, test } from 'vitest';
import { createAnalyser } from './analyse.ts';

const macro = (id: string, text: string, more: Partial<Source> = {}): Source => ({
  id,
  kind: 'macro',
  title: 'Refund',
  text,
  visibility: 'public',
  ...more,
});

describe('createAnalyser', () => {
  test('the same source is read once', () => {
    const analyser = createAnalyser();
    const first = analyser.analyse(macro('1', 'We refund within five days.'));
    expect(analyser.analyse(macro('1', 'We refund within five days.'))).toBe(first);
  });

  test.each([
    ['text', { text: 'We refund within ten days.' }],
    ['title', { title: 'Money back' }],
    ['visibility', { visibility: 'internal' as const }],
    ['url', { url: 'https://help.example.com/1' }],
    ['locale', { locale: 'de' }],
  ])('a changed %s is read anew', (_field, change) => {
    const analyser = createAnalyser();
    const first = analyser.analyse(macro('1', 'We refund within five days.'));
    expect(analyser.analyse({ ...macro('1', 'We refund within five days.'), ...change })).not.toBe(first);
  });

  test('what was not asked for longest is forgotten first', () => {
    const text = 'We refund the whole amount within five working days after the parcel came back.';
    const probe = createAnalyser({ maxBytes: 10_000 });
    const [first, second] = [macro('1', text), macro('2', text)];
    const remembered = probe.analyse(first);
    probe.analyse(second);
    expect(probe.analyse(first)).toBe(remembered);
    for (let id = 3; id < 30; id++) {
      probe.analyse(macro(String(id), text));
      if (id < 5) expect(probe.analyse(first)).toBe(remembered);
    }
    expect(probe.analyse(first)).not.toBe(remembered);
  });

  test('a source larger than the bound is still read', () => {
    expect(createAnalyser({ maxBytes: 1 }).analyse(macro('1', 'Refunds take five days.'))).toHaveLength(1);
  });

  test('the language is the locale, or what the text is written in', () => {
    const analyser = createAnalyser();
    const language = (source: Source) => analyser.analyse(source)[0]?.language;
    expect(language(macro('1', 'Wir erstatten den Betrag innerhalb von fünf Tagen.'))).toBe('de');
    expect(language(macro('2', 'Мы вернём деньги за пять дней.'))).toBe('ru');
    expect(language(macro('3', 'Hello', { locale: 'pt-br' }))).toBe('pt');
  });
});
