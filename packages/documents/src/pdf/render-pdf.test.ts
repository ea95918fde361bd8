import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { viewOf } from '../document-view.ts';
import { sampleProposal } from '../sample/sample-proposal.ts';
import { LOOK, withItems, withParagraphs } from '../testing/proposals.ts';
import { readPdf } from '../testing/read-pdf.ts';
import { renderPdf } from './render-pdf.ts';

const squeezed = (text: string) => text.replace(/\s/g, '');
const HEADING = 16;
const isRunning = ({ y }: { y: number }) => y < 60 || y > 780;

async function pagesOf(proposal: Parameters<typeof renderPdf>[0]['proposal'], look = LOOK) {
  return readPdf(await renderPdf({ proposal, look }));
}

async function textOf(proposal: Parameters<typeof renderPdf>[0]['proposal']): Promise<string> {
  return squeezed(
    (await pagesOf(proposal))
      .flat()
      .map(({ text }) => text)
      .join(''),
  );
}

describe('what stands in it', () => {
  test.each(['en-US', 'ru-RU', 'de-DE', 'fr-FR', 'es-ES', 'pt-PT'])('in %s: every figure and word', async (locale) => {
    const proposal = sampleProposal(locale);
    const view = viewOf(proposal);
    const text = await textOf(proposal);
    const expected = [
      view.title,
      ...view.cover.entries.flatMap(({ label, lines }) => [label, ...lines]),
      ...view.sections.map(({ title }) => title),
      ...view.prices.groups.flatMap((group) => [
        ...[group.name, group.subtotal, group.net, group.totalLabel, group.gross],
        ...group.taxes.flatMap(({ name, percent, amount }) => [`${name} ${percent}`, amount]),
        ...group.lines.flatMap(({ name, quantity, price, net }) => [name, quantity, price, net]),
      ]),
      view.prices.contractTotal,
      LOOK.footer,
    ];
    expect(expected.map(squeezed).filter((one) => !text.includes(one))).toEqual([]);
    expect(text).not.toContain('\ufffd');
  });

  test('each page but the cover says which it is, of how many', async () => {
    const pages = await pagesOf(withItems(99, () => ({})));
    const feet = pages.map((lines) => lines.at(-1)?.text);
    expect(pages.length).toBeGreaterThan(3);
    expect(feet[0]).toBe(LOOK.footer);
    expect(feet.slice(1)).toEqual(
      pages.slice(1).map((_, index) => `${LOOK.footer}Page ${index + 2} of ${pages.length}`),
    );
  });

  test('a cover with words of its own has those and no others', async () => {
    const sample = sampleProposal('en-GB');
    const cover = { kind: 'cover', title: 'Proposal' } as const;
    const paragraphs = ['For Hazelbrook Foods', 'Attention: Erin Calloway'].map((text) => ({ text }));
    const [first = []] = await pagesOf({
      ...sample,
      sections: [{ ...cover, paragraphs }, ...sample.sections.slice(1)],
    });
    const texts = first.map(({ text }) => text);
    expect(texts).toContain('For Hazelbrook Foods');
    expect(texts).toContain('Attention');
    expect(texts.join()).not.toContain('Prepared');
  });

  test('a cover of many words goes on where it must', async () => {
    const sample = sampleProposal('en-GB');
    const words = Array.from({ length: 60 }, (_, index) => `Line${index} ${'of some length '.repeat(6)}`);
    const paragraphs = words.map((text) => ({ text }));
    const sections = sample.sections.map((one) => (one.kind === 'cover' ? { ...one, paragraphs } : one));
    const text = await textOf({ ...sample, sections, title: 'Title '.repeat(60) });
    for (const index of words.keys()) expect(text).toContain(`Line${index}of`);
    expect(text.match(/Title/g)?.length).toBeGreaterThanOrEqual(60);
  });

  test('braces, markup and control characters are text or nothing', async () => {
    const text = await textOf(withParagraphs(['{{contract.total}} <b>&amp;\u0000\u0007\u202eend', 'two\u2028lines']));
    expect(text).toContain('{{contract.total}}<b>&amp;end');
    expect(text).toContain('twolines');
  });

  test('no address in it becomes a link', async () => {
    const proposal = withParagraphs(['https://app.example.com/call/1', 'javascript:alert(1)']);
    const pdf = Buffer.from(await renderPdf({ proposal, look: LOOK })).toString('latin1');
    expect(pdf).not.toMatch(/\/URI|\/Annot\b|app\.example|javascript/i);
  });

  test('says what it is and whose, of the day of the proposal', async () => {
    const pdf = Buffer.from(await renderPdf({ proposal: sampleProposal('en-GB'), look: LOOK })).toString('latin1');
    expect(pdf).toContain('(D:20261123000000Z)');
    expect(pdf).toContain('(Northlight Systems)');
    expect(pdf).toContain('/Lang (en-GB)');
    expect(pdf).toContain('/FlateDecode');
  });
});

describe('where pages end', () => {
  test('no row of the price table stands on two pages, and each page of it has its head', async () => {
    const lengths = fc.array(fc.nat({ max: 90 }), { minLength: 30, maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(lengths, async (words) => {
        // Every word names its row, so that a torn row is seen.
        const proposal = withItems(words.length, (index) => ({
          name: `Line${index}x`,
          description: Array.from({ length: words[index] ?? 0 }, () => `r${index}x`).join(' '),
        }));
        const places = new Map<string, Set<number>>();
        (await pagesOf(proposal)).forEach((lines, page) => {
          const body = lines.filter((line) => !isRunning(line));
          const rows = body.flatMap(({ text }) => text.match(/(?:Line|r)\d+x/g) ?? []);
          if (rows.length > 0) expect(body.some(({ text }) => text.startsWith('ItemQuantity'))).toBe(true);
          for (const row of rows.map((one) => one.replace(/\D/g, '')))
            places.set(row, (places.get(row) ?? new Set()).add(page));
        });
        expect(places.size).toBe(words.length);
        expect([...places.values()].filter(({ size }) => size > 1)).toEqual([]);
      }),
      { numRuns: 3 },
    );
  });

  test.each(['short', 'long '.repeat(200), '- entry'])(
    'a heading never is the last on its page, whatever follows: %#',
    async (next) => {
      for (let filled = 20; filled <= 23; filled++) {
        const proposal = withParagraphs(
          Array.from({ length: filled }, (_, index) => `Paragraph ${index}.`),
          next,
        );
        const bodies = (await pagesOf(proposal)).map((lines) => lines.filter((line) => !isRunning(line)));
        expect(
          bodies.map((lines) => lines.at(-1)?.size).filter((size) => size === HEADING),
          `${filled}`,
        ).toEqual([]);
        expect(bodies.flat().filter(({ size }) => size === HEADING)).toHaveLength(7);
      }
    },
  );

  test('a line that is longer than a page goes on in rows below, and nothing of it is lost', async () => {
    const sentences = Array.from({ length: 400 }, (_, index) => `Sentence${index}.`);
    const lines = Array.from({ length: 150 }, (_, index) => `point${index}`);
    const text = await textOf(
      withItems(
        3,
        (index) => [{ description: sentences.join(' ') }, { description: lines.join('\n') }, {}][index] ?? {},
      ),
    );
    for (const one of [...sentences, ...lines]) expect(text.includes(squeezed(one)), one).toBe(true);
  });

  test('a name without an end neither leaves the page nor pushes the figures off it', async () => {
    const name = `${'W'.repeat(150)}end`;
    const pages = await pagesOf(withItems(1, () => ({ name, price: '123456789012.34', quantity: '3' })));
    const shown = pages.flat().filter(({ text }) => /WWW/.test(text));
    expect(squeezed(shown.map(({ text }) => text).join(''))).toContain('€123,456,789,012.34');
    expect(shown.length).toBeGreaterThan(5);
    expect(shown.map(({ text }) => text.replace(/[^W]/g, '')).join('')).toHaveLength(150);
  });
});

test('documents that are made at the same time do not mix', async () => {
  const proposals = [sampleProposal('en-GB'), sampleProposal('ru-RU')];
  const together = await Promise.all(proposals.map((proposal) => renderPdf({ proposal, look: LOOK })));
  for (const [index, proposal] of proposals.entries())
    expect(Buffer.compare(await renderPdf({ proposal, look: LOOK }), together[index] ?? Buffer.alloc(0))).toBe(0);
});

test('what cannot be shown is refused, not guessed', async () => {
  const sample = sampleProposal('en-GB');
  const broken = {
    ...sample,
    facts: [
      {
        key: 'deal.close_date',
        kind: 'date' as const,
        value: 'soon',
        origin: { kind: 'settings' as const, name: 'x' },
      },
    ],
  };
  await expect(renderPdf({ proposal: broken, look: LOOK })).rejects.toMatchObject({ kind: 'invalid' });
  const logo = new TextEncoder().encode('<svg/>');
  await expect(renderPdf({ proposal: sample, look: { ...LOOK, logo } })).rejects.toMatchObject({
    kind: 'invalid',
    code: 'documents.logo',
  });
});
