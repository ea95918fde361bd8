import type { TemplateFinding } from '@draftsmith/contracts';
import Docxtemplater from 'docxtemplater';
import PizZip from 'pizzip';
import { checkPlaceholders } from './check-placeholders.ts';
import { foreignContent } from './foreign-content.ts';
import { paragraphsOf } from './paragraphs.ts';
import type { Scope } from './scope.ts';
import { type Entries, unzip } from './unzip.ts';
import { REQUIRED } from './vocabulary.ts';
import { openWord, type WordPackage } from './word-package.ts';

/** A Word file that was looked at; `entries` where it could be opened, whatever was found in it. */
export interface WordTemplate {
  findings: readonly TemplateFinding[];
  entries?: Entries;
}

/** As many as a person reads at once; a file with more has one mistake many times. */
const FINDINGS = 100;

/** Everything that is wrong with an uploaded file. Never throws. */
export function readTemplate(bytes: Uint8Array): WordTemplate {
  const unzipped = unzip(bytes);
  if (unzipped.kind === 'refused') return { findings: [{ code: unzipped.code, severity: 'error' }] };
  const opened = openWord(unzipped.entries);
  if (opened.kind === 'refused') return { findings: [{ code: opened.code, severity: 'error' }] };
  const findings = [...foreignContent(opened.word), ...placeholderFindings(opened.word)].slice(0, FINDINGS);
  // What would still stop the document from being made, when nothing else explains it.
  const last = findings.some(({ severity }) => severity === 'error') ? [] : compileFindings(unzipped.entries);
  return { findings: [...findings, ...last], entries: unzipped.entries };
}

function placeholderFindings({ templated, parts }: WordPackage): TemplateFinding[] {
  const checked = templated.map((name) => checkPlaceholders(paragraphsOf(parts.get(name) ?? [])));
  const uses = (name: string) => checked.some(({ used }) => used.has(name));
  const missing = REQUIRED.filter(([, ...names]) => !names.some(uses));
  return [
    ...checked.flatMap(({ findings }) => findings),
    ...missing.map(([typed]): TemplateFinding => ({ code: 'required-missing', severity: 'error', placeholder: typed })),
  ];
}

/**
 * The template, ready to be filled in.
 *
 * Two braces, as slots have them in prose and on the console: single ones occur in ordinary text, and stay what they are.
 * @throws what docxtemplater throws for a template that it cannot read
 */
export function compile(entries: Entries): Docxtemplater<PizZip> {
  const zip = new PizZip();
  for (const [name, content] of entries) zip.file(name, content, { binary: true });
  return new Docxtemplater(zip, {
    delimiters: { start: '{{', end: '}}' },
    // A template may not change what is a placeholder.
    syntax: { changeDelimiterPrefix: null },
    paragraphLoop: true,
    linebreaks: true,
    stripInvalidXMLChars: true,
    errorLogging: false,
    warnFn: () => undefined,
    nullGetter: () => '',
    parser: (tag) => ({
      get(scope: Scope, { meta }) {
        const name = tag.trim();
        if (meta.part.module !== 'loop') return scope.texts.get(name);
        // Text is asked whether it is there: `true` keeps the scope that it stands in.
        const text = scope.texts.get(name);
        return scope.loops.get(name) ?? (text === undefined ? undefined : text !== '');
      },
    }),
  });
}

/** As docxtemplater names its errors. */
const CODES: Readonly<Record<string, TemplateFinding['code']>> = {
  unclosed_tag: 'unclosed-placeholder',
  unopened_tag: 'unopened-placeholder',
  duplicate_open_tag: 'unclosed-placeholder',
  duplicate_close_tag: 'unopened-placeholder',
  unclosed_loop: 'unclosed-loop',
  unopened_loop: 'unopened-placeholder',
  closing_tag_does_not_match_opening_tag: 'unclosed-loop',
  unbalanced_loop_tags: 'loop-outside-row',
  loop_position_invalid: 'loop-outside-row',
  no_xml_tag_found_at_left: 'loop-outside-row',
  no_xml_tag_found_at_right: 'loop-outside-row',
};

interface CompileError {
  properties?: { id?: string; xtag?: unknown; errors?: readonly CompileError[] };
}

function compileFindings(entries: Entries): TemplateFinding[] {
  try {
    compile(entries);
    return [];
  } catch (error) {
    const { properties } = error as CompileError;
    return (properties?.errors ?? [error as CompileError]).slice(0, FINDINGS).map(({ properties: one }) => {
      const tag = typeof one?.xtag === 'string' ? one.xtag.slice(0, 80) : undefined;
      return {
        code: CODES[one?.id ?? ''] ?? 'broken',
        severity: 'error',
        ...(tag === undefined ? {} : { placeholder: `{{${tag}}}` }),
      };
    });
  }
}
