import type { AttachProposal } from '@draftsmith/contracts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { markerOf } from './marker.ts';
import { noteHtml } from './note-html.ts';

const MARKER = markerOf('note', 'key');

const note = (change: Partial<AttachProposal['note']> = {}): AttachProposal['note'] => ({
  language: 'en',
  version: 3,
  title: 'Rollout',
  total: '€3,646.18',
  summary: [{ text: 'They begin soon.', sources: [{ title: 'Call', url: 'https://app.hubspot.com/x?a=1&b=2' }] }],
  modelWritten: true,
  model: 'model-1',
  ...change,
});

test('in English', () => {
  const approval = { approver: 'Ada', above: '€1,000.00' };
  expect(noteHtml(note({ byName: 'Rep', approval }), ['a.pdf', 'a.docx'], MARKER)).toBe(
    [
      '<p><strong>Draft proposal “Rollout”, version 3</strong></p>',
      '<p>Total: €3,646.18<br>Requested by Rep<br>Attached, private: a.pdf, a.docx</p>',
      '<p><strong>⚠ Needs approval before it is sent: the total is above €1,000.00. Approver: Ada.</strong></p>',
      '<p><strong>What it says, and what that rests on</strong></p><ul>',
      '<li>They begin soon. <em>(rests on: <a href="https://app.hubspot.com/x?a=1&amp;b=2">Call</a>)</em></li></ul>',
      `<p><em>Draft by model-1, check before sending.</em></p><p>Draftsmith reference: ${MARKER}</p>`,
    ].join(''),
  );
});

test('in Russian', () => {
  const html = noteHtml(
    note({ language: 'ru', approval: { above: '1 000 €' }, modelWritten: false }),
    ['a.pdf'],
    MARKER,
  );
  for (const words of [
    'Черновик предложения «Rollout», версия 3',
    'Итого: €3,646.18',
    'Согласующий не назначен',
    'основано на',
    'Модель не участвовала',
    MARKER,
  ])
    expect(html).toContain(words);
});

describe('whatever goes in', () => {
  const words = fc.string({ maxLength: 400, unit: fc.constantFrom('<', '>', '&', '"', 'a', ' ', '\n', '\ud83d', 'я') });
  const anyNote = fc.record({
    language: fc.constantFrom('en', 'ru'),
    title: words,
    total: words,
    byName: words,
    model: words,
    summary: fc.array(
      fc.record({
        text: words,
        sources: fc.array(
          fc.record({ title: words, url: fc.constantFrom('https://a.example/"', 'javascript:x', 'no') }),
          { maxLength: 3 },
        ),
      }),
      { maxLength: 4 },
    ),
  });

  test('no text becomes markup, and no address but http', () => {
    fc.assert(
      fc.property(anyNote, words, (change, fileName) => {
        const html = noteHtml(note(change as Partial<AttachProposal['note']>), [fileName], MARKER);
        expect(html.replace(/<\/?(?:p|strong|em|ul|li|br)>|<a href="https:\/\/[^"<>]*">|<\/a>/g, '')).not.toMatch(
          /[<>"]/,
        );
        expect(html.isWellFormed()).toBe(true);
        expect(html).toContain(MARKER);
      }),
    );
  });

  test('65,536 characters are the limit; files, approval and reference are never cut', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 1, max: 3_000 }), (statements, length) => {
        const summary = Array.from({ length: statements }, (_, i) => ({
          text: `${i} ${'& '.repeat(length)}`,
          sources: [{ title: 'Call' }],
        }));
        const html = noteHtml(note({ summary, approval: { above: '€1' } }), ['a.pdf'], MARKER);
        expect(html.length).toBeLessThanOrEqual(65_536);
        for (const kept of ['a.pdf', 'Needs approval', MARKER]) expect(html).toContain(kept);
        const shown = html.split('<li>').length - 1;
        expect(html.includes('too long for a note')).toBe(shown < statements);
      }),
      { numRuns: 40 },
    );
  });
});
