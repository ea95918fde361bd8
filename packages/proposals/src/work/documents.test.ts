import type { ProposalContent, RenderedProposal, RenderedSection } from '@draftsmith/contracts';
import { renderDocx, renderPdf } from '@draftsmith/documents';
import { allText } from '@draftsmith/documents/testing';
import { expect, expectTypeOf, test } from 'vitest';
import { hashOf } from '../canonical.ts';
import { aContent, aSection, aVersion, TEMPLATE } from '../testing.ts';
import { filesOf } from './documents.ts';

const documents = { docx: renderDocx, pdf: renderPdf };
const none = { docx: () => Uint8Array.of(), pdf: async () => Uint8Array.of() };
const files = (content = aContent(), by = documents) =>
  filesOf(by, { words: aVersion({}, content).words, template: TEMPLATE, number: 3, hash: hashOf(content) });
const nameOf = async (title: string) =>
  (await files(aContent({ title }), none))[0]?.name.replace(/-[0-9a-f]{8}\.pdf$/, '');

test('a version gives the same files each time, named by deal, number and content', async () => {
  const [one, two] = [await files(), await files()];
  expect(one).toEqual(two);
  expect(one.map(({ name }) => name)).toEqual(
    ['pdf', 'docx'].map((type) => `website-relaunch-proposal-v3-${hashOf(aContent()).slice(0, 8)}.${type}`),
  );
  expect(one.map(({ bytes }) => Buffer.from(bytes.slice(0, 4)).toString('latin1'))).toEqual(['%PDF', 'PK\x03\x04']);
});

test('what a statement rests on does not go to the customer', async () => {
  const given: unknown[] = [];
  const seen = (one: unknown) => {
    given.push(one);
    return Uint8Array.of();
  };
  await files(aContent(), { docx: seen, pdf: async (one) => seen(one) });
  expect(given).toHaveLength(2);
  expect(JSON.stringify(given)).toContain('Northwind Ltd wants a faster website.');
  expect(JSON.stringify(given)).not.toMatch(/note:1|Call with Priya|sources/);
});

test('nothing of an activity is in the files, not even where nobody looks', async () => {
  const note = {
    ...({ id: 'note:900417', kind: 'note', title: 'Internal: how low we may go', at: '2026-11-20T10:00:00Z' } as const),
    ...{ excerpt: 'They would pay twice as much, says Omar.', url: 'https://crm.example/notes/900417' },
  };
  const paragraphs = [{ text: '{{customer.company}} wants a faster website.', sources: [note.id] }];
  const made = await files(aContent({ sections: [aSection({ paragraphs })], sources: [note] }));
  const squeezed = (text: string) => text.replace(/\s/g, '');
  const texts = made.map(({ bytes }) => allText(bytes));
  expect(texts).toHaveLength(2);
  for (const text of texts) {
    expect(text).toContain(squeezed('Northwind Ltd wants a faster website.'));
    for (const own of [note.id, '900417', note.title, note.excerpt, note.url, 'Omar'])
      expect(text.includes(squeezed(own)), own).toBe(false);
  }
});

test('what brings sources along is no document, by its type', () => {
  expectTypeOf<Omit<ProposalContent, 'sections'>>().not.toExtend<Omit<RenderedProposal, 'sections'>>();
  expectTypeOf<RenderedSection>().not.toExtend<RenderedProposal['sections'][number]>();
});

test.each([
  ['Сделка № 7 / июль', 'сделка-7-июль-proposal-v3'],
  ['../../etc/passwd', 'etc-passwd-proposal-v3'],
  ['???', 'deal-proposal-v3'],
  ['x'.repeat(300), `${'x'.repeat(60)}-proposal-v3`],
])('a deal called %s', async (title, name) => {
  expect(await nameOf(title)).toBe(name);
});
