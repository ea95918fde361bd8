import type { Entity } from '../entity.ts';
import { fold } from '../fold.ts';
import { COMMON, lexicon } from './lexicon.ts';

/** A line between a person's and one that begins with what is masked: an address, a number. */
const LINE = /(?<=\n[>?| \t]{0,6})(\p{Lu}[^\n.!?:;|/\0]{1,40})(?=\r?\n(?:[>?| \t]*\n)?[>?| \t]{0,6}\0)/gu;
const MOST_WORDS = 5;
/** What somebody is, not where. */
const ROLE =
  /manager|director|officer|engineer|assistant|specialist|developer|head of|chief|repairer|represent|coordinator|leiter|referent|berater|assistenz|responsable|chargée?|jefe|gerente|responsabile|ufficio|dział|dział|kierownik|отдел|менеджер|директор|начальник/iu;

/** "Compras - Kuhn": where somebody works there. */
const DEPARTMENT = /^\p{L}+ [-–|] (?=\p{L})/u;

/** The firm in a signature: below who signs, above the address. What may be a role or a department stays. */
export function findSigningFirms(text: string, people: readonly Entity[]): Entity[] {
  if (people.length === 0 || !text.includes('\0')) return [];
  const found: Entity[] = [];
  const { flagsOf } = lexicon();
  for (const { 1: line = '', index } of text.matchAll(LINE)) {
    const above = text.lastIndexOf('\n', index - 1);
    if (
      !people.some(
        ({ start, end }) =>
          end <= index && /^[>?| \t\r\n]*$/.test(text.slice(Math.min(above, end), index)) && start < above,
      )
    )
      continue;
    const [department = ''] = DEPARTMENT.exec(line) ?? [];
    const firm = flagsOf(fold(department.replace(/\P{L}/gu, ''))) & COMMON ? line.slice(department.length) : line;
    const words = firm.match(/[\p{L}\p{N}]+/gu) ?? [];
    if (words.length > MOST_WORDS || ROLE.test(line) || words.every((word) => flagsOf(fold(word)) & COMMON)) continue;
    found.push({ type: 'COMPANY', start: index + line.length - firm.length, end: index + line.trimEnd().length });
  }
  return found;
}
