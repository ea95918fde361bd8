import type { Entity } from '../entity.ts';
import { fold } from '../fold.ts';
import { COMMON, FIRST_NAME, LAST_NAME } from './lexicon.ts';
import { type Token, tokenBefore } from './tokens.ts';

/** Legal forms and kinds of firm that end a company's name. */
const FORMS = String.raw`Inc(?:orporated)?\.?|LLC|L\.L\.C\.|Ltd\.?|Limited|LLP|PLC|plc|Corp(?:oration)?\.?|Co\.(?: KG| Ltd\.?)?|GmbH(?: & Co\. KG(?:aA)?)?|mbH|AG|KG|OHG|UG|e\.V\.|SE|SARL|S\.A\.R\.L\.|SASU?|SNC|EURL|SCOP|S\.A\.(?:S\.)?|S\.?L\.?U?\.?|S\.?r\.?l\.?|s\.r\.l\.|S\.?p\.?A\.?|SPA|S\.n\.c\.|B\.?V\.?|N\.?V\.?|V\.O\.F\.|Sp\. (?:z o\.? ?o\.?|j\.|k\.|p\.)|z o\.? ?o\.?|s\.c\.|SKA|AB|ApS|A\/S|Oy|Lda\.?|Ltda\.?|LTDA|EIRELI|Pty(?: Ltd)?|& Sons|and Sons|& Co\.?|& Söhne|und Söhne|& Partner(?:s)?|& Associates|and Associates|e Hijos|y Asociados|Asociados|Hermanos|e Associados|e figli|en Zonen|et Fils|& Fils|Group|Gruppe|Groupe|Grupo|Gruppo|Groep|Holding|Holdings|Industries|Enterprises|Associates|Partners|Consulting|Logistics|Ventures|Bank|University|Hospital|Institute|Foundation`;
const FORM = new RegExp(String.raw`(?<=[\p{L}\p{N}»”"),.] ?,? ?)(?<![\p{L}\p{N}])(?:${FORMS})(?![\p{L}\p{N}])`, 'gu');
/** Half the time for the texts that name no firm. */
const FORM_HINT = new RegExp(String.raw`[^\p{L}\p{N}](?:${FORMS})(?![\p{L}\p{N}])`, 'u');
/** What else may end sentences or stand for itself, so that a word of a name must come before it. */
const WEAK =
  /^(?:Bank|University|Hospital|Institute|Foundation|Group|Holding|Limited|Partners|Consulting|Logistics|Ventures|Industries|Enterprises|SE|AB|AG|SPA|Co\.)$/;
const RUSSIAN_FORM =
  /(?<![\p{L}\p{N}])(?:ООО|ОАО|ЗАО|ПАО|АО|НКО|ТОО|ГУП|МУП|ФГУП|НПО|ТСЖ|ЧП|ТД|Компани[яиюей]{1,2}|компани[яиюей]{1,2}|фирм[аыеу]) ?(?:[«"“„][^»"”“\n]{2,50}[»"”“]|\p{Lu}[\p{L}-]+(?: \p{Lu}[\p{L}-]+)?)/gu;
const QUOTED_AFTER =
  /(?<![\p{L}\p{N}])(?:company|firm|employer|firma|unternehmen|société|entreprise|empresa|azienda|ditta|società|bedrijf|компания|организация|фирма)(?: is| name is| called| named|:| ist| heißt| est| es| se llama| é| è| si chiama| heet)? ["“«„]?$/iu;
const WORKS_AT =
  /(?:\bwork(?:s|ed|ing)? (?:for|at|with)|\bemployed (?:by|at)|\bemployee (?:of|at)|\bjob at|\bjoined|\bceo (?:of|at)|\bfounder of|\bmanager at|\bspent (?:a|\d+|two|three|some|many) years? at|\bthe following year at|\boffices? of|\baddress of|\bbehalf of|\bcontract with|\binvoice from|\bpartnership with|\bweb ?site of|\bbrainchild of|\bdirector (?:of|at)|\bengineer at|\barbeite(?:t|n)? (?:bei|für)|\bangestellt bei|\btravaille (?:chez|pour)|\btrabaj[oa] (?:en|para)|\btrabalh[oa] (?:na|no|para|em)|\blavor[oa] (?:per|presso|in|alla)|\bwerk(?:t|zaam)? (?:bij|voor)|\bpracuj[eę] (?:w|dla)|работа(?:ю|ет|ем|л|ла) (?:в|на)|сотрудник(?:а|ом)?) ["“«„]?$/iu;
/** Most words stand after none of these, and the regular expressions cost. */
const LAST_OF_CUE = new Set(
  `for at with by of joined from bei für chez en para na no em per presso in alla bij voor w dla в на company firm employer firma
   unternehmen société entreprise empresa azienda ditta società bedrijf компания организация фирма is name called named ist heißt
   est es se llama é è si chiama heet`
    .split(/\s+/)
    .map(fold),
);
/** "Die Firma Kuhn GmbH": says what it is, and is no part of its name. */
const KIND = new Set(
  'company firm employer supplier customer firma unternehmen kunde société client entreprise empresa azienda ditta bedrijf компания фирма'
    .split(' ')
    .map(fold),
);
const LINK = /^(?:&|and|und|et|y|e|en|i|of|de|del|di|the)$/;
const OF = /^(?:of|for|de|für|di|van)$/;
const MOST_WORDS = 6;
const SIGHT = 40;

/** Companies: by legal form, by "I work for", and partners in a row: "Kuhn, Lind and Berg". */
export function findCompanies(text: string, tokens: readonly Token[]): Entity[] {
  const found: Entity[] = [];
  const add = (start: number, end: number) => found.push({ type: 'COMPANY', start, end });
  for (const match of FORM_HINT.test(text) ? text.matchAll(FORM) : []) {
    const start = startBefore(text, tokens, match);
    if (start !== undefined) add(start, match.index + match[0].length);
  }
  for (const match of text.matchAll(RUSSIAN_FORM)) add(match.index, match.index + match[0].length);
  for (let i = 1; i < tokens.length; i++) {
    const token = tokens[i];
    if (!token?.capital || (token.opens && !/["“«„]$/.test(token.gap))) continue;
    if (!LAST_OF_CUE.has(tokens[i - 1]?.folded ?? '')) continue;
    const before = text.slice(Math.max(0, token.start - SIGHT), token.start);
    if (!WORKS_AT.test(before) && !QUOTED_AFTER.test(before)) continue;
    const last = lastOfRun(tokens, i);
    if (!(token.flags & COMMON) || last > i) add(token.start, tokens[last]?.end ?? token.end);
  }
  for (const { 1: name = '', index } of text.matchAll(OFFICE)) add(index + 4, index + 4 + name.length);
  for (const match of text.matchAll(PARTNERS))
    if (arePartners(tokens, match)) add(match.index, match.index + match[0].length);
  return found;
}

/** "The Halberd office is at": a name between the article and what firms have. */
const OFFICE =
  /(?<![\p{L}\p{N}])[Tt]he (\p{Lu}[\p{L}\p{N}&'’-]+(?: \p{Lu}[\p{L}\p{N}&'’-]+){0,3})(?= (?:office|offices|headquarters|branch|warehouse|account manager|subsidiary)(?!\p{L}))/gu;
const NAME = String.raw`\p{Lu}[\p{L}'’-]{1,24}`;
const PARTNERS = new RegExp(`(?<![\\p{L}\\p{N}])${NAME}, ${NAME},? (?:and|und|et|y|e|i|en) ${NAME}`, 'gu');

/** "Kuhn, Lind and Berg", but not "Anna, Bo and Eva" or "Monday, Tuesday and Friday": surnames alone. */
function arePartners(tokens: readonly Token[], match: RegExpExecArray): boolean {
  const within = tokens
    .slice(tokenBefore(tokens, match.index) + 1, tokenBefore(tokens, match.index + match[0].length) + 1)
    .filter(({ capital }) => capital);
  const surnames = within.filter(({ flags }) => flags & LAST_NAME).length;
  return surnames >= 2 && within.every(({ flags }) => flags & LAST_NAME || !(flags & (COMMON | FIRST_NAME)));
}

function startBefore(text: string, tokens: readonly Token[], match: RegExpExecArray): number | undefined {
  let i = tokenBefore(tokens, match.index);
  let start: number | undefined;
  for (let count = 0; i >= 0 && count < MOST_WORDS; i--, count++) {
    const token = tokens[i];
    if (!token) break;
    const next = start ?? match.index;
    const gap = text.slice(token.end, next);
    if (!/^(?: |, |,? ?& | ?- ?|["”»]? ?|\. )$/.test(gap) || (gap.startsWith('.') && !token.initial)) break;
    // "Head of Operations, Kuhn LLC": where somebody works there.
    if (gap.startsWith(',') && OF.test(tokens[i - 1]?.text ?? '')) break;
    const link = LINK.test(token.text) && start !== undefined;
    if (!token.capital && !link) break;
    if (KIND.has(token.folded) || (token.opens && token.flags & COMMON && !(token.flags & LAST_NAME))) break;
    if (!link) start = token.start;
    if (token.opens) break;
  }
  if (start === undefined) return undefined;
  const first = tokens[tokenBefore(tokens, start) + 1];
  if (!first || !WEAK.test(match[0])) return start;
  // Among capitals "DE", "SE" and "AB" are words.
  if (first.caps || (first.flags & COMMON && !(first.flags & LAST_NAME))) return undefined;
  return start;
}

function lastOfRun(tokens: readonly Token[], i: number): number {
  let last = i;
  for (let j = i + 1; j < tokens.length && j - i < MOST_WORDS; j++) {
    const token = tokens[j];
    if (!token || !/^ ?[&-]? ?$/.test(token.gap)) break;
    if (token.capital) last = j;
    else if (!LINK.test(token.text)) break;
  }
  return last;
}
