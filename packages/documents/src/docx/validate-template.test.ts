import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { para, REQUIRED_PARTS, tableOf, wordFile } from '../testing/word-files.ts';
import { TEMPLATE_BYTES } from './unzip.ts';
import { validateTemplate } from './validate-template.ts';

const found = (body: string, options = {}) => validateTemplate(wordFile(body + REQUIRED_PARTS, options));
const codes = (bytes: Uint8Array) => validateTemplate(bytes).map(({ code }) => code);

test('nothing is wrong with what is right', () => {
  expect(found(para('{{proposal.title}}'), { header: para('{{company.name}}') })).toEqual([]);
  expect(
    found(para('{{#sections}}') + para('{{title}}{{#paragraphs}}{{text}}{{/paragraphs}}') + para('{{/sections}}')),
  ).toEqual([]);
  expect(found(para('{{#totals}}{{label}} {{customer.name}} {{#taxes}}{{amount}}{{/}}{{/}}'))).toEqual([]);
  expect(found(para('Single { braces } and {one} are text'))).toEqual([]);
});

describe('placeholders', () => {
  test('a slip names what was meant, and where', () => {
    expect(found(para('To the attention of {{customer.nme}}, today'))).toEqual([
      {
        code: 'unknown-placeholder',
        severity: 'error',
        placeholder: '{{customer.nme}}',
        meant: 'customer.name',
        near: 'To the attention of {{customer.nme}}, today',
      },
    ]);
  });

  test.each([
    ['{{Customer.Company}}', 'customer.company'],
    ['{{customer_company}}', 'customer.company'],
    ['{{item.1.prize}}', 'item.1.price'],
    ['{{net}}', 'net'],
    ['{{#price}}{{/price}}', 'prices'],
    ['{{@customer.company}}', 'customer.company'],
    ['{{qqqqqqqqqqqqqqq}}', undefined],
  ])('%s: %s is meant', (text, meant) => {
    const [finding] = found(para(text));
    expect(finding?.code).toBe('unknown-placeholder');
    expect(finding?.meant).toBe(meant);
  });

  test('what a proposal rests on has no place in it', () => {
    const body =
      para('{{#sources.title}}x{{/}}{{#summary}}{{refs}}{{/}}') + para('{{#sources}}{{excerpt}}{{/sources}}');
    expect(found(body)).toMatchObject(
      ['{{#sources.title}}', '{{refs}}', '{{#sources}}'].map((placeholder) => ({
        ...{ code: 'unknown-placeholder', severity: 'error', placeholder },
      })),
    );
  });

  test('braces that do not match', () => {
    expect(found(para('Dear {{customer.name, hello') + para('next }} line'))).toEqual([
      {
        code: 'unclosed-placeholder',
        severity: 'error',
        placeholder: '{{customer.name, hello',
        near: 'Dear {{customer.name, hello',
      },
      { code: 'unopened-placeholder', severity: 'error', placeholder: 'next }}', near: 'next }} line' },
    ]);
    expect(found(para('{{deal.name {{deal.name}}')).map(({ code }) => code)).toEqual(['unclosed-placeholder']);
  });

  test('loops that are not closed, closed twice, or crossed', () => {
    expect(found(para('{{#sections}}{{title}}'))).toMatchObject([
      { code: 'unclosed-loop', placeholder: '{{#sections}}' },
    ]);
    expect(found(para('{{/sections}}'))).toMatchObject([
      { code: 'unopened-placeholder', placeholder: '{{/sections}}' },
    ]);
    expect(found(para('{{#totals}}{{#lines}}{{/totals}}'))).toMatchObject([
      { code: 'unclosed-loop', placeholder: '{{#lines}}' },
    ]);
  });

  test('loops that leave their row', () => {
    expect(found(tableOf(['{{#sections}}{{title}}', 'x']) + para('{{/sections}}'))).toMatchObject([
      { code: 'loop-outside-row', severity: 'error', placeholder: '{{#sections}}' },
    ]);
    expect(found(para('{{#prices}}{{name}}{{/prices}}'))).toMatchObject([
      { code: 'loop-outside-row', severity: 'warning' },
    ]);
    expect(found(tableOf(['{{#sections}}{{title}}', 'x'], ['{{proposal.date}}', '{{/sections}}']))).toEqual([]);
  });

  test('without a customer or prices it is no proposal', () => {
    expect(validateTemplate(wordFile(para('Hello')))).toEqual([
      { code: 'required-missing', severity: 'error', placeholder: '{{customer.company}}' },
      { code: 'required-missing', severity: 'error', placeholder: '{{#prices}}' },
    ]);
  });

  test('everything is said at once', () => {
    const body = para('{{a.b}} {{deal.name') + tableOf(['{{#sections}}']) + para('}}');
    expect(
      validateTemplate(wordFile(body, { relations: external('attachedTemplate', 'http://x.example/a.dotm') })).map(
        ({ code }) => code,
      ),
    ).toEqual([
      'external-content',
      'unknown-placeholder',
      'unclosed-placeholder',
      'unopened-placeholder',
      'unclosed-loop',
      'required-missing',
      'required-missing',
    ]);
  });
});

const external = (type: string, target: string) =>
  `<Relationship Id="r9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}" TargetMode="External"/>`;

describe('what a customer must not get', () => {
  test('macros', () => {
    expect(found('', { mainType: 'application/vnd.ms-word.document.macroEnabled.main+xml' })).toEqual([
      { code: 'macros', severity: 'error' },
    ]);
    expect(found('', { more: { 'word/vbaProject.bin': 'x' } })).toEqual([{ code: 'macros', severity: 'error' }]);
    expect(found('', { more: { 'word/embeddings/oleObject1.bin': 'x' } })).toEqual([
      { code: 'macros', severity: 'error' },
    ]);
  });

  test.each([
    ['attachedTemplate', 'file:///C:/x.dotm'],
    ['image', 'https://x.example/pixel.png'],
    ['hyperlink', 'file://server/share'],
    ['oleObject', 'https://x.example/a'],
  ])('%s from %s', (type, target) => {
    expect(found('', { relations: external(type, target) })).toEqual([
      { code: 'external-content', severity: 'error', near: target },
    ]);
  });

  test('links that a reader clicks are fine', () => {
    expect(found('', { relations: external('hyperlink', 'https://www.example.com/') })).toEqual([]);
  });

  test.each(['INCLUDEPICTURE "http://x.example/p.png"', ' DDEAUTO cmd', 'INCLUDETEXT "a.docx"', 'MACROBUTTON x'])(
    'the field %s',
    (field) => {
      const [head, tail] = [field.slice(0, 5), field.slice(5)].map((part) => part.replaceAll('"', '&quot;'));
      const split = `<w:p><w:r><w:fldChar w:fldCharType="begin"/><w:instrText>${head}</w:instrText></w:r><w:r><w:instrText>${tail}</w:instrText><w:fldChar w:fldCharType="end"/></w:r></w:p>`;
      expect(found(split)).toMatchObject([{ code: 'external-content', near: field.trim() }]);
      expect(found(`<w:p><w:fldSimple w:instr="${head}${tail}"/></w:p>`)).toMatchObject([{ code: 'external-content' }]);
    },
  );

  test('page numbers are fine', () => {
    expect(found('<w:p><w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p>')).toEqual([]);
  });
});

describe('files that are none', () => {
  test('no zip, another zip, broken XML, declared entities', () => {
    expect(codes(new TextEncoder().encode('%PDF-1.7'))).toEqual(['not-docx']);
    expect(codes(new Uint8Array())).toEqual(['not-docx']);
    expect(
      codes(
        wordFile('', {
          mainType: 'application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml',
        }),
      ),
    ).toEqual(['not-docx']);
    expect(codes(wordFile('<w:p>'))).toEqual(['broken']);
    expect(codes(wordFile('', { more: { 'word/x.xml': '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>' } }))).toEqual([
      'broken',
    ]);
    expect(codes(wordFile('', { more: { '../x.xml': '<a/>' } }))).toEqual(['broken']);
  });

  test('too large: as it is, as it says, and in parts', () => {
    expect(codes(new Uint8Array(TEMPLATE_BYTES + 1))).toEqual(['too-large']);
    expect(codes(wordFile('', { more: { 'word/media/a.bin': new Uint8Array(41 * 1024 * 1024) } }))).toEqual([
      'too-large',
    ]);
    const many = Object.fromEntries(Array.from({ length: 2001 }, (_, index) => [`word/${index}.bin`, '']));
    expect(codes(wordFile('', { more: many }))).toEqual(['too-large']);
  });

  test.each([
    ['one part of XML', () => wordFile(REQUIRED_PARTS + para('x'.repeat(8 * 1024 * 1024)))],
    [
      'all parts of XML',
      () => {
        const part = (n: number) => [`word/${n}.xml`, `<a>${'x'.repeat(6 * 1024 * 1024)}</a>`];
        return wordFile(REQUIRED_PARTS, { more: Object.fromEntries([1, 2, 3].map(part)) });
      },
    ],
    ['tags', () => wordFile(REQUIRED_PARTS + '<a/>'.repeat(250_000))],
    ['tags in a part that hides what it is', () => wordFile('', { more: { 'word/a.bin': '<a/>'.repeat(250_001) } })],
    ['placeholders', () => wordFile(REQUIRED_PARTS + para('{{a}}'.repeat(3_001)))],
    ['loops within loops', () => wordFile(REQUIRED_PARTS + para('{{#prices}}'.repeat(100_000)))],
    ['braces', () => wordFile(REQUIRED_PARTS + para('{'.repeat(300_000)))],
  ])('too many %s: kilobytes that would keep everybody waiting are not parsed', (_, file) => {
    const bytes = file();
    expect(bytes.length).toBeLessThan(100_000);
    expect(codes(bytes)[0]).toBe('too-large');
  });

  test('a long contract is not too large', () => {
    const runs = Array.from({ length: 10 }, (_, n) => `words and words ${n} `);
    expect(found(para(...runs).repeat(1_000))).toEqual([]);
  });

  test('a zip that unpacks to more than it says is not unpacked', () => {
    const zip = Buffer.from(wordFile('', { more: { 'word/a.bin': new Uint8Array(30 * 1024 * 1024) } }));
    zip.writeUInt32LE(100, zip.lastIndexOf('word/a.bin') - 46 + 24);
    expect(codes(zip)).toEqual(['broken']);
  });

  test('whatever the bytes, an answer and never an error', () => {
    const whole = wordFile(para('{{deal.name}} {{#prices}}') + REQUIRED_PARTS, { header: para('{{x}}') });
    const damage = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 20 });
    const damaged = damage.map((places) => {
      const bytes = Uint8Array.from(whole);
      for (const [at, value] of places) bytes[at] = value;
      return bytes;
    });
    const cut = fc.nat(whole.length).map((length) => whole.subarray(0, length));
    fc.assert(
      fc.property(fc.oneof(damaged, cut, fc.uint8Array({ maxLength: 200 })), (bytes) => {
        expect(Array.isArray(validateTemplate(bytes))).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  test('whatever the words and markup in it', () => {
    const piece = fc.constantFrom(
      ...[
        '{{',
        '}}',
        '{{#',
        '{{/',
        '{{^',
        '{',
        '}',
        'prices',
        'customer.company',
        'sections',
        'text',
        ' ',
        '/',
        '=',
        '@',
        '{{deal.name}}',
      ],
      ...[
        para('{{#prices}}'),
        para('{{/prices}}'),
        '<w:p>',
        '</w:p>',
        '<w:tbl>',
        '</w:tc></w:tr></w:tbl>',
        '<w:t>',
        '</w:t>',
        '<w:tr/>',
      ],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), fc.boolean(), (pieces, paragraph) => {
        const body = paragraph ? para(pieces.join('').replaceAll('<', '&lt;')) : pieces.join('');
        expect(Array.isArray(found(body))).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});
