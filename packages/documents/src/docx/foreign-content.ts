import type { TemplateFinding } from '@draftsmith/contracts';
import type { Relationship, WordPackage } from './word-package.ts';
import { attribute, type XmlToken } from './xml.ts';

/** Fields that fetch something or run something when Word updates them. */
const FETCHING = /^\s*(?:INCLUDE|INCLUDEPICTURE|INCLUDETEXT|IMPORT|DDE|DDEAUTO|LINK|EMBED|RD|DATABASE|MACROBUTTON)\b/i;

/** What a customer must not get with a document: code, and anything that Word would fetch from elsewhere. */
export function foreignContent(word: WordPackage): TemplateFinding[] {
  const macros = [...word.entries.keys()].some((name) => /vbaProject|vbaData|\/activeX\/|oleObject/i.test(name));
  const controls = word.contentTypes.some((type) => /vbaProject|activeX|oleObject|macroEnabled/i.test(type));
  return [
    ...(macros || controls ? [{ code: 'macros', severity: 'error' } as const] : []),
    ...word.relationships.filter(isForeign).map(({ target }) => external(target)),
    ...[...word.parts.values()].flatMap((tokens) => {
      const fields = fieldsOf(tokens).filter((field) => FETCHING.test(field));
      const chunks = tokens.some((token) => token.kind !== 'text' && /^w:(?:altChunk|subDoc)$/.test(token.name));
      return [...fields.map(external), ...(chunks ? [external('altChunk')] : [])];
    }),
  ];
}

const external = (near: string): TemplateFinding => ({
  code: 'external-content',
  severity: 'error',
  near: near.trim().slice(0, 120),
});

/** Links that a reader clicks are welcome; what Word itself would open is not. */
function isForeign({ type, target, external: outside }: Relationship): boolean {
  if (type === 'hyperlink') return outside && !/^(?:https?:|mailto:|tel:|#)/i.test(target);
  return outside || type === 'attachedTemplate' || type === 'aFChunk' || type === 'subDocument';
}

/** Instructions of fields; Word splits them over runs as it likes. */
function fieldsOf(tokens: readonly XmlToken[]): string[] {
  const fields: string[] = [];
  let field: string | undefined;
  let within = false;
  for (const token of tokens) {
    if (token.kind === 'text') {
      if (within) field = (field ?? '') + token.text;
      continue;
    }
    if (token.name === 'w:instrText') within = token.kind === 'open';
    if (token.name === 'w:fldSimple' && token.kind !== 'close')
      fields.push(attribute(token.attributes, 'w:instr') ?? '');
    if (token.name === 'w:fldChar' && field !== undefined) {
      fields.push(field);
      field = undefined;
    }
  }
  return field === undefined ? fields : [...fields, field];
}
