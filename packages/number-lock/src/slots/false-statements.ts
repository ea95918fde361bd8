import type { Fact } from '@draftsmith/contracts';
import type { Prose } from '../read/prose.ts';
import type { FactSpan } from '../terms.ts';
import { countsItsOwn } from './counted-nouns.ts';

/** What stands in the sentence around a value; folded words, the nearest of `before` last, `_` for other slots. */
interface Around {
  before: readonly string[];
  behind: readonly string[];
}

/** Of one thing: what may follow them is a price, a list price or what is taken off each. */
const OF_ONE = /\.(?:price|list_price|discount_each)$/;
const TIME =
  '(?:hour|day|week|month|quarter|year|stunde|tag|woche|monat|quartal|jahr|halbjahr|mois|an|annee|semaine|trimestre|jour|heure|mes|ano|semana|dia|hora|se|line|zeile|position|nach|desto|месяц|год|квартал|недел|день|час)';
const UNIT =
  '(?:utilisateur|licence|dispositif|dispositivo|poste|siege|personne|unite|appareil|site|scanner|collaborateur|employe|salarie|tete|entrepot|magasin|equipe|usuario|empleado|trabajador|colaborador|cabeza|almacen|tienda|funcionario|armazem|loja|licencia|puesto|persona|unidad|equipo|sede|escaner|utilizador|licenca|assento|pessoa|unidade|aparelho|leitor)';
const COSTS =
  '(?:costs?|is priced|comes (?:at|to)|pays?|kostet|zahlt|coute|revient a|paie|cuesta|paga|vale|custa|sai por|стоит|обойдется|платит)';
/** "Per user", "the price of one scanner", "each workshop costs", before a value. */
const BEFORE_ONE: readonly RegExp[] = [
  `(?:per|pro|je) (?!${TIME})\\p{L}{3,}|(?:par|por) ${UNIT}`,
  `(?:price|cost|fee|rate|charge)s? (?:of|for) (?:one|a single|an individual|an?|each|every|any)(?! (?:total|whole|${TIME}))`,
  `(?:preis|kosten|gebuhr) (?:eines|einer|fur (?:einen?|eine|jede[nrs]?))`,
  `(?:prix|cout|tarif) (?:d ?['’]? ?une?|de chaque|pour (?:une?|chaque))|(?:precio|coste|costo|tarifa|preco|custo) (?:de|por|para) (?:una?|uma?|cada)`,
  `(?:цен|стоимост)\\p{L}* (?:за )?(?:одно|кажд|единиц|штук)\\p{L}*|за (?:кажд\\p{L}+|одн\\p{L}+) (?!${TIME})\\p{L}+|за штуку|за единицу|на (?:кажд\\p{L}+|одн\\p{L}+|пользователя|человека|сотрудника|рабочее место)(?! ${TIME}\\p{L}*)|с (?:каждого|пользователя|человека)`,
  `(?:one|each|every|an?|jede[rs]?|eine?|chaque|une?|cada|una?|uma?|um|один|одна|одно|кажд\\p{L}+) (?!${TIME})\\p{L}+ ${COSTS}`,
  `(?:each|every|jede[rs]?|chaque|cada|кажд\\p{L}+) (?!${TIME})\\p{L}+(?: \\p{L}+){0,4} (?:for|at|fur|zu|pour|por|за)(?: (?:just|only|nur))?$`,
].map((pattern) => new RegExp(`(?<!\\p{L})(?:${pattern})(?!\\p{L})`, 'u'));
/** Behind them a sum speaks of everything again, where a new clause begins. */
const NEW_CLAUSE = /(?:^| )(?:and|so|und|et|y|e|и|;) /u;
const OF_ALL =
  /(?<!\p{L})(?:total|altogether|overall|in all|everything|insgesamt|gesamt\p{L}*|zusammen|alles|tout|todo|tudo|итог\p{L}*|всего|общ\p{L}+)(?!\p{L})/u;

/** What comes back to the customer: a value says so only where it is a discount. */
const GIVES_BACK =
  /^(?:sav(?:e|es|ed|ing|ings)|credit|credits|credited|earns?|gains?|profits?|spar(?:t|en|e|st)|gespart|eingespart|einspar\p{L}*|ersparen|gutgeschrieben|gewinn\p{L}*|verdien\p{L}*|econom(?:ise|isez|iser|isent|isons|ie|ies|iza|izam|izar|ia|ias|izara)|epargn\p{L}*|gagn\p{L}+|rendons|ahorr\p{L}+|gan(?:a|an|ara|ancia\p{L}*)|devolv\p{L}+|poup(?:a|am|ar|anca\p{L}*)|ganh\p{L}+|lucr\p{L}+|с?эконом(?!ическ|ист)\p{L}*|сбере[гж]\p{L}*|верн(?:ем|ете)|возвраща\p{L}+|заработ\p{L}*|прибыл\p{L}*)$/u;
/** What is saved that is no money, and what makes a value the price again. */
const SAVED_ELSE =
  /^(?:_|time|effort|work|paper|space|energy|labour|labor|zeit|arbeit|aufwand|platz|papier|wege|temps|travail|tiempo|trabajo|esfuerzo|tempo|trabalho|esforco|время|времени|труд\p{L}*|сил\p{L}*|cost|costs|costing|price|priced|kostet|kosten|preis|zahlen|coute|coutent|prix|cuesta|cuestan|precio|custa|custam|preco|стоит|стоят|стоимость|цена)$/u;
const FOR_A_PRICE = /^(?:for|at|fur|zu|pour|por|за)$/u;
const BACK =
  /^(?:back|saved|in savings|of savings|less|zuruck|gespart|weniger|economises?|de ahorro|de economia|экономии)(?!\p{L})/u;
const GETS = /(?<!\p{L})(?:erhalten|bekommen|erhalt|bekommt|zahlen|uberweisen|geben)(?!\p{L})/u;
/** "Cuts your costs by": the value is what is no longer paid. */
const REDUCES =
  /^(?:cut|cuts|cutting|reduc(?:e|es|ed|ing|en)|lower(?:s|ed|ing)?|fall|falls|drop|drops|senk\p{L}*|sink\p{L}*|reduzier\p{L}*|redui\p{L}*|baiss\p{L}*|diminu\p{L}*|baj\p{L}+|reduz\p{L}*|baix\p{L}+|сниж\p{L}*|сниз\p{L}*|сокра\p{L}*)$/u;
const BY = /^(?:by|um|de|en|em|на)$/u;
const FARTHEST = 7;

const TAX =
  /^(?:vat|tax|taxes|gst|mwst|ust|umsatzsteuer|mehrwertsteuer|steuern?|tva|ttc|iva|impuestos?|impostos?|ндс|налог\p{L}*)$/u;
const WITHOUT =
  /^(?:before|without|excluding|excl|exclusive|net|ohne|vor|netto|hors|avant|sans|antes|sin|sem|без|до)$/u;

/** Whether the sentence makes a true figure say what its fact does not. */
export function isMisstated(prose: Prose, span: FactSpan, facts: readonly Fact[]): boolean {
  const token = prose.tokenOf(span);
  if (token === undefined) return false;
  const around = aroundOf(prose, token);
  const has = (kind: Fact['kind']) => span.facts.some((fact) => fact.kind === kind);
  if (has('money') && isOfOne(around) && !span.facts.some(({ key }) => OF_ONE.test(key))) return true;
  if ((has('money') || has('percent')) && givesBack(around) && !span.facts.some(({ key }) => key.includes('discount')))
    return true;
  if (has('money') && speaksOfNoTax(prose, token, facts)) return true;
  return span.facts.every(({ kind }) => kind === 'quantity') && !countsItsOwn(prose, { span, token, facts });
}

function aroundOf(prose: Prose, token: number): Around {
  const { from, to } = prose.rangeOf(token);
  const word = (at: number) => (prose.spanAt(at) ? '_' : prose.document.reader.word(at));
  const [before, behind]: [string[], string[]] = [[], []];
  for (let at = token - 1; at >= from && before.length < 2 * FARTHEST; at--) before.unshift(word(at));
  for (let at = token + 1; at < to && behind.length < FARTHEST; at++) behind.push(word(at));
  return { before, behind };
}

function isOfOne({ before }: Around): boolean {
  // What is said of another value is not said of this one.
  const said = before.slice(before.lastIndexOf('_') + 1).join(' ');
  return BEFORE_ONE.some((pattern) => {
    const found = pattern.exec(said);
    if (!found) return false;
    const between = said.slice(found.index + found[0].length);
    return !(NEW_CLAUSE.test(`${between} `) && OF_ALL.test(between));
  });
}

function givesBack({ before, behind }: Around): boolean {
  if (BACK.test(behind.slice(0, 2).join(' ')) && (behind[0] !== 'zuruck' || GETS.test(before.join(' ')))) return true;
  if (BY.test(before.at(-1) ?? '') && before.slice(-FARTHEST).some((word) => REDUCES.test(word))) return true;
  if (FOR_A_PRICE.test(before.at(-1) ?? '') && before.length > 1 && !GIVES_BACK.test(before.at(-2) ?? '')) return false;
  const near = before.slice(-FARTHEST);
  const at = near.findLastIndex((word) => GIVES_BACK.test(word));
  return at >= 0 && !near.slice(at + 1).some((word) => SAVED_ELSE.test(word));
}

/** "Includes VAT" where no value of the sentence has a tax that anything holds. */
function speaksOfNoTax(prose: Prose, token: number, facts: readonly Fact[]): boolean {
  const { from, to } = prose.rangeOf(token);
  const { reader } = prose.document;
  const money: FactSpan[] = [];
  let claims = false;
  for (let at = from; at < to; at++) {
    const span = prose.spanAt(at);
    if (span) money.push(span);
    else if (TAX.test(reader.word(at)))
      claims ||= ![1, 2, 3].some((back) => at - back >= from && WITHOUT.test(reader.word(at - back)));
  }
  return claims && !money.some((span) => span.facts.some((fact) => hasTax(fact, facts)));
}

function hasTax({ key }: Fact, facts: readonly Fact[]): boolean {
  const holder = /^(?:total\.[a-z_-]+|item\.\d+)\./.exec(key)?.[0];
  if (key.startsWith('contract.')) return facts.some((fact) => /^total\..+\.tax$/.test(fact.key));
  return holder !== undefined && facts.some((fact) => fact.key.startsWith(`${holder}tax`));
}
