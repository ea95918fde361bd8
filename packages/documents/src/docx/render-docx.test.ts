import type { Fact, RenderedProposal } from '@draftsmith/contracts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { viewOf } from '../document-view.ts';
import { sampleProposal } from '../sample/sample-proposal.ts';
import { sampleLogo } from '../testing/png.ts';
import { LOOK, withItems, withParagraphs } from '../testing/proposals.ts';
import {
  para,
  REQUIRED_PARTS,
  tableOf,
  type WordFileOptions,
  wordFile,
  wordParts,
  wordText,
} from '../testing/word-files.ts';
import { renderDocx } from './render-docx.ts';
import { startingTemplate } from './starting-template.ts';
import { unzip } from './unzip.ts';
import { validateTemplate } from './validate-template.ts';

const sample = sampleProposal('en-GB');
const fromTemplate = (body: string, proposal = sample, options: WordFileOptions = {}) =>
  renderDocx({ proposal, look: LOOK, template: wordFile(body + REQUIRED_PARTS, options) });
const filled = (text: string, proposal = sample) => wordText(fromTemplate(para(text), proposal))[0];

const fact = (key: string, value: string): Fact => ({
  key,
  kind: 'text',
  value,
  origin: { kind: 'settings', name: key },
});
const withFact = (key: string, value: string): RenderedProposal => ({
  ...sample,
  facts: [...sample.facts.filter((one) => one.key !== key), fact(key, value)],
});

describe("from a company's template", () => {
  test('facts, also where Word split a placeholder, and in a header', () => {
    const header = para('{{company.name}}');
    const template = wordFile(para('Dear {{cust', 'omer.na', 'me}}, ', '{{ total.month.gross }}') + REQUIRED_PARTS, {
      header,
    });
    const docx = renderDocx({ proposal: sample, look: LOOK, template });
    expect(wordText(docx)[0]).toBe('Dear Erin Calloway, US$1,382.89');
    expect(wordText(docx, 'word/header1.xml')).toEqual(['Northlight Systems']);
  });

  test('what the proposal does not know is left out, and can be asked for', () => {
    expect(filled('[{{contact.7.name}}]')).toBe('[]');
    expect(
      filled(
        '{{#proposal.number}}No. {{proposal.number}}{{/}}{{#contact.7.name}}with{{/}}{{^contact.7.name}}without{{/}}',
      ),
    ).toBe('No. P-1042without');
  });

  test('one row per line with its figures, in the order of the deal', () => {
    const body = tableOf(['Name', 'Net'], ['{{#prices}}{{number}} {{name}}', '{{net}} {{tax_percent}}{{/prices}}']);
    const lines = viewOf(sample).prices.groups.flatMap((group) => group.lines);
    expect(wordText(fromTemplate(body)).slice(2, 10)).toEqual(
      lines.flatMap(({ number, name, net, taxPercent }) => [`${number} ${name}`, `${net} ${taxPercent}`]),
    );
  });

  test('totals per rhythm with their lines and taxes', () => {
    const body =
      para('{{#totals}}') +
      tableOf(
        ['{{#lines}}{{name}}', '{{net}}{{/lines}}'],
        ['{{#taxes}}{{name}} {{percent}}', '{{amount}}{{/taxes}}'],
        ['{{label}}', '{{gross}}'],
      ) +
      para('{{/totals}}');
    expect(wordText(fromTemplate(body)).slice(0, 16)).toEqual([
      ...['Implementation', 'US$4,320.00', 'Training day', 'US$1,900.00'],
      ...['Sales tax 8.25%', 'US$513.15', 'Total, one-time', 'US$6,733.15'],
      ...['Licence per workplace', 'US$987.50', 'Support', 'US$290.00'],
      ...['Sales tax 8.25%', 'US$105.39', 'Total per month', 'US$1,382.89'],
    ]);
  });

  test('sections all together and one by one, as paragraphs or as one text', () => {
    const all = para('{{#sections}}') + para('{{title}}') + para('{{/sections}}');
    expect(wordText(fromTemplate(all)).slice(0, 7)).toEqual(viewOf(sample).sections.map(({ title }) => title));
    const one = para('{{#next_steps}}') + para('{{#bullet}}* {{/bullet}}{{text}}') + para('{{/next_steps}}');
    expect(wordText(fromTemplate(one))[0]).toBe('* You confirm the scope, or tell us what to change.');
    expect(filled('{{scope.title}}: {{scope}}')?.split('\n')).toHaveLength(4);
  });

  test('a .dotx gives a document and no template, with nothing of whoever saved it', () => {
    const core =
      '<cp:coreProperties xmlns:cp="c" xmlns:dc="d"><dc:creator>Someone Private</dc:creator></cp:coreProperties>';
    const docx = fromTemplate('', sample, {
      mainType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml',
      more: { 'docProps/core.xml': core },
    });
    const parts = wordParts(docx);
    expect(parts.get('[Content_Types].xml')).toContain('.document.main+xml');
    expect(parts.get('docProps/core.xml')).toContain('<dc:creator>Northlight Systems</dc:creator>');
    expect(parts.get('docProps/core.xml')).toContain('2026-11-23T00:00:00Z');
    expect([...parts.values()].join()).not.toContain('Someone Private');
  });

  test.each(['{{@customer.company}}', '{{=[[ ]]=}}', '{{customer.compny}}', '{{#prices}}'])('%s is refused', (text) => {
    expect(() => filled(text)).toThrow(expect.objectContaining({ kind: 'invalid', code: 'documents.template' }));
  });
});

describe('values are text', () => {
  test('braces in them are not filled in, neither at once nor by the next placeholder', () => {
    const proposal = withFact('deal.name', '{{contract.total}} {{#prices}} }} {{');
    expect(filled('{{deal.name}}|{{deal.name}}', proposal)).toBe(
      '{{contract.total}} {{#prices}} }} {{|{{contract.total}} {{#prices}} }} {{',
    );
  });

  test('markup, fields and control characters make nothing', () => {
    const evil = '</w:t></w:r><w:fldSimple w:instr="INCLUDETEXT x"/>&lt;\u0000\u000b\ud800 \uffff"\'';
    const docx = fromTemplate(para('{{deal.name}}'), withFact('deal.name', evil));
    expect(wordText(docx)[0]).toBe('</w:t></w:r><w:fldSimple w:instr="INCLUDETEXT x"/>&lt;\ufffd "\'');
    expect(wordParts(docx).get('word/document.xml')).not.toContain('<w:fldSimple');
  });

  test('whatever the words, the file is well-formed, says them and points nowhere', () => {
    const words = fc.string({ unit: 'binary', maxLength: 200 });
    fc.assert(
      fc.property(words, words, words, (name, title, company) => {
        const proposal = { ...withItems(2, () => ({ name: name || 'x', description: title })), title };
        const parts = wordParts(renderDocx({ proposal, look: { ...LOOK, company, footer: name } }));
        expect([...parts.keys()].sort()).toEqual([...own].sort());
        expect(parts.get('word/_rels/document.xml.rels')).toBe(relations);
      }),
      { numRuns: 30 },
    );
  });
});

const plain = wordParts(renderDocx({ proposal: sample, look: LOOK }));
const own = [...plain.keys()];
const relations = plain.get('word/_rels/document.xml.rels');

describe("from the suite's own template", () => {
  test.each(['en-US', 'ru-RU', 'de-DE', 'fr-FR', 'es-ES', 'pt-PT'])('in %s: every figure and word', (locale) => {
    const proposal = sampleProposal(locale);
    const view = viewOf(proposal);
    const text = wordText(renderDocx({ proposal, look: LOOK })).join('\n');
    const expected = [
      view.title,
      ...view.cover.entries.flatMap(({ label, lines }) => [label, ...lines]),
      ...view.sections.flatMap(({ title, paragraphs }) => [title, ...paragraphs.map((one) => one.text)]),
      ...view.prices.groups.flatMap((group) => [
        ...[group.name, group.net, group.totalLabel, group.gross],
        ...group.taxes.flatMap(({ name, percent, amount }) => [`${name} ${percent}`, amount]),
        ...group.lines.flatMap(({ name, quantity, price, net }) => [name, quantity, price, net]),
      ]),
      view.prices.contractTotal,
    ];
    expect(expected.filter((one) => !text.includes(one))).toEqual([]);
    expect(text).not.toMatch(/\{\{|\}\}/);
  });

  test('no row is split, heads are repeated, pages are numbered, a logo is shown', () => {
    const docx = renderDocx({ proposal: sample, look: { ...LOOK, logo: sampleLogo() } });
    const parts = wordParts(docx);
    const document = parts.get('word/document.xml') ?? '';
    expect(document.match(/<w:tr>/g)).toHaveLength(document.match(/<w:cantSplit\/>/g)?.length ?? 0);
    expect(document.match(/<w:tblHeader\/>/g)).toHaveLength(2);
    expect(parts.get('word/footer2.xml')).toMatch(/Page .* PAGE .* of .* NUMPAGES /);
    expect(document).toContain('r:embed="rIdLogo"');
    const zip = unzip(docx);
    expect(zip.kind === 'read' && zip.entries.get('word/media/logo.png')).toEqual(sampleLogo());
  });

  test('columns that nobody needs are not there', () => {
    const words = wordText(renderDocx({ proposal: withItems(3, () => ({})), look: LOOK }));
    expect(words).not.toContain('Discount');
    expect(words).not.toContain('Tax');
    expect(words).toContain('Total');
  });

  test('is a template that a company can begin with', () => {
    const template = startingTemplate({ locale: 'de-DE', look: LOOK });
    const proposal = sampleProposal('de-DE');
    expect(validateTemplate(template)).toEqual([]);
    expect(renderDocx({ proposal, look: LOOK, template })).toEqual(renderDocx({ proposal, look: LOOK }));
  });
});

test('sixty pages of prose and ninety-nine lines are there to the last word', () => {
  const prose = withParagraphs(Array.from({ length: 600 }, (_, index) => `Paragraph ${index}. ${'word '.repeat(60)}`));
  const { prices } = withItems(99, (index) => ({ name: `${'Long '.repeat(80)}${index}` }));
  const words = wordText(renderDocx({ proposal: { ...prose, prices }, look: LOOK }));
  expect(words.some((text) => text.startsWith('Paragraph 599.'))).toBe(true);
  expect(words.some((text) => text.endsWith(' 98'))).toBe(true);
});
