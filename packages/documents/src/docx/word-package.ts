import type { TemplateFinding } from '@draftsmith/contracts';
import type { Entries } from './unzip.ts';
import { attribute, readXml, type XmlToken } from './xml.ts';

/** A Word file's parts as far as templates are concerned. */
export interface WordPackage {
  entries: Entries;
  /** All parts that are XML of Word itself, parsed. */
  parts: ReadonlyMap<string, readonly XmlToken[]>;
  /** Those with text that is filled in: the document, its headers, footers and notes. */
  templated: readonly string[];
  relationships: readonly Relationship[];
  contentTypes: readonly string[];
}

export interface Relationship {
  /** The last word of its type: `hyperlink`, `image`, `attachedTemplate`. */
  type: string;
  target: string;
  external: boolean;
}

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.';
const MAIN = [`${WORD}document.main+xml`, `${WORD}template.main+xml`];
const MACRO_MAIN = /^application\/vnd\.ms-word\.(?:document|template)\.macroEnabled/i;
const TEMPLATED = ['header+xml', 'footer+xml', 'footnotes+xml', 'comments+xml'].map((name) => WORD + name);

type Opened = { kind: 'opened'; word: WordPackage } | { kind: 'refused'; code: TemplateFinding['code'] };

/** @param entries of any zip. Never throws */
export function openWord(entries: Entries): Opened {
  const types = parse(entries.get('[Content_Types].xml'));
  if (!types) return { kind: 'refused', code: 'not-docx' };
  const declared = types.flatMap((token): [name: string, type: string][] =>
    token.kind !== 'text' && token.kind !== 'close' && token.name === 'Override'
      ? [
          [
            attribute(token.attributes, 'PartName')?.replace(/^\//, '') ?? '',
            attribute(token.attributes, 'ContentType') ?? '',
          ],
        ]
      : [],
  );
  if (declared.some(([, type]) => MACRO_MAIN.test(type))) return { kind: 'refused', code: 'macros' };
  const [main] = declared.find(([name, type]) => MAIN.includes(type) && entries.has(name)) ?? [];
  if (main === undefined) return { kind: 'refused', code: 'not-docx' };

  const parts = new Map<string, readonly XmlToken[]>();
  const relationships: Relationship[] = [];
  for (const [name, bytes] of entries) {
    if (!/\.(?:xml|rels)$/i.test(name)) continue;
    const tokens = parse(bytes);
    if (!tokens) return { kind: 'refused', code: 'broken' };
    if (/\.rels$/i.test(name)) relationships.push(...tokens.flatMap(readRelationship));
    else parts.set(name, tokens);
  }
  const templated = declared
    .filter(([name, type]) => TEMPLATED.includes(type) && parts.has(name))
    .map(([name]) => name);
  const contentTypes = types.flatMap((token) =>
    token.kind === 'text' ? [] : [attribute(token.attributes, 'ContentType') ?? ''],
  );
  return {
    kind: 'opened',
    word: { entries, parts, templated: [main, ...templated], relationships, contentTypes },
  };
}

function parse(bytes: Uint8Array | undefined): XmlToken[] | undefined {
  if (!bytes) return undefined;
  try {
    return readXml(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}

function readRelationship(token: XmlToken): Relationship[] {
  if (token.kind === 'text' || token.kind === 'close' || token.name !== 'Relationship') return [];
  return [
    {
      type: attribute(token.attributes, 'Type')?.split('/').at(-1) ?? '',
      target: attribute(token.attributes, 'Target') ?? '',
      external: attribute(token.attributes, 'TargetMode') === 'External',
    },
  ];
}
