import type { Fact } from '@draftsmith/contracts';
import { fold } from '@draftsmith/letters';
import { sameWord } from '../names/same-word.ts';
import type { Prose } from '../read/prose.ts';
import type { FactSpan } from '../terms.ts';

interface Counted {
  span: FactSpan;
  token: number;
  facts: readonly Fact[];
}

/** What any line item may be counted in. Folded. */
const NEUTRAL =
  /^(?:licen[cs]es?|seats?|users?|people|persons?|employees|colleagues|workplaces?|workstations?|units?|pieces?|items?|copies|copy|subscriptions?|accounts?|packages?|sets?|pcs|together|altogether|included|in|lizenz|lizenzen|\p{L}+lizenzen|nutzern?|benutzern?|anwendern?|personen|mitarbeitern?|mitarbeitende[nr]?|arbeitsplatze?n?|platze?n?|stuck|einheit|einheiten|exemplaren?|exemplare|positionen|posten|artikeln?|konten|zugange|pakete|abonnements?|zusammen|enthalten|licences?|postes?|utilisateurs?|personnes|collaborateurs|unites?|pieces?|exemplaires?|comptes?|acces|articles?|elements?|sieges?|licencias?|puestos?|usuarios?|personas|empleados|unidad|unidades|piezas?|ejemplares|suscripcion|suscripciones|cuentas?|articulos?|partidas?|elementos?|paquetes?|asientos?|posiciones|licencas?|postos?|utilizador|utilizadores|pessoas|funcionarios|unidades?|pecas?|assinaturas?|contas?|itens|artigos?|pacotes?|assentos?|лиценз\p{L}+|пользовател\p{L}+|человек|сотрудник\p{L}*|мест|места|рабоч\p{L}+|штук\p{L}*|шт|единиц\p{L}*|экземпляр\p{L}*|позици\p{L}+|подпис\p{L}+|комплект\p{L}*|доступ\p{L}*|вместе|всего)$/u;
/** What several line items together may be called. */
const OF_ITEMS =
  /^(?:products?|services?|parts?|modules?|components?|lines?|produkte?n?|leistungen|bausteine?n?|modulen?|produits?|prestations?|productos?|servicios?|modulos?|produtos?|servicos?|товар\p{L}*|услуг\p{L}*|продукт\p{L}*|модул\p{L}*|пункт\p{L}*)$/u;
/** One thing in several languages: a name stays as the CRM has it, whatever the proposal is written in. Beginnings, folded. */
const SAME_THING = `workshop atelier taller oficin семинар воркшоп мастер
  training schulung formation formacion formacao treinament capacitacion обучен тренинг
  hour stunde heure hora час
  day tag jour jornada dia день дня дней
  scanner handscanner escaner lector leitor сканер
  printer drucker imprimante impresora impressora принтер
  label etikett etiquette etiqueta этикет
  device gerat appareil dispositiv aparelho aparat устройств прибор
  tablet tablette планшет
  sensor capteur датчик
  server serveur servidor сервер
  interface schnittstelle integration integracion integracao connector konnektor connecteur conector интеграц интерфейс
  module modul modulo модул
  session sitzung sesion sessao сесси
  site standort sede sitio площадк
  warehouse lager entrepot almacen armazem склад`
  .split('\n')
  .map((line) => line.trim().split(/\s+/));
/** "12 of your …": what is counted comes behind them. */
const LINKS =
  /^(?:of|your|our|the|these|new|all|von|der|den|ihren?|ihrer|unseren?|neuen?|de|des|vos|nos|les|sus|los|las|seus|suas|dos|das|d|['’]|из|ваших|наших|новых)$/u;
const MOST_WORDS = 3;

/** Whether the noun behind a quantity is what its item is called, or a word that fits any item; true where there is none. */
export function countsItsOwn(prose: Prose, { span, token, facts }: Counted): boolean {
  const nouns = nounsBehind(prose, token);
  if (nouns.length === 0) return true;
  return span.facts.some(({ key }) => {
    const item = /^item\.\d+\./.exec(key)?.[0];
    const names = item
      ? facts.filter((fact) => fact.key === `${item}name` || fact.key === `${item}description`)
      : facts.filter(({ kind }) => kind === 'product');
    const words = names.flatMap(({ value }) => fold(value).match(/\p{L}{3,}/gu) ?? []);
    return nouns.some(
      (noun) => NEUTRAL.test(noun) || (!item && OF_ITEMS.test(noun)) || words.some((word) => isSameThing(word, noun)),
    );
  });
}

/** Words that carry meaning right behind it; a slot, a mark or a small word ends them. */
function nounsBehind(prose: Prose, token: number): readonly string[] {
  const { reader, sentences } = prose.document;
  const sentence = sentences.find(({ range }) => token >= range.from && token < range.to);
  const content = new Set(sentence?.words.map((word) => word.token));
  let at = token + 1;
  while (at <= token + MOST_WORDS && LINKS.test(reader.word(at)) && !prose.spanAt(at)) at++;
  const nouns: string[] = [];
  for (; nouns.length < MOST_WORDS && content.has(at) && !prose.spanAt(at); at++) nouns.push(reader.word(at));
  // "40 of {{item.1.name}}"
  return prose.spanAt(at) && nouns.length === 0 ? [] : nouns;
}

const FEWEST_LETTERS = 4;

function isSameThing(one: string, other: string): boolean {
  if (sameWord(one, other)) return true;
  const [shorter, longer] = one.length < other.length ? [one, other] : [other, one];
  let shared = 0;
  while (shared < shorter.length && shorter[shared] === longer[shared]) shared++;
  if (shared >= Math.max(FEWEST_LETTERS, longer.length - 2)) return true;
  // "Handscanner" is a scanner.
  if (shorter.length > FEWEST_LETTERS && (longer.endsWith(shorter) || longer.endsWith(`${shorter}n`))) return true;
  const begins = (word: string) => (beginning: string) => word.startsWith(beginning);
  return SAME_THING.some((thing) => thing.some(begins(one)) && thing.some(begins(other)));
}
