import type { EntityType } from '../entity.ts';
import { digits, pick } from './random.ts';
import type { Templates } from './templates/template.ts';
import { LANGUAGES, type Language, type Vocabulary } from './vocabulary/vocabulary.ts';

/** A text of which every personal value is known. */
export interface Sample {
  language: Language;
  text: string;
  values: { type: EntityType; start: number; end: number }[];
}

interface Maker {
  type?: EntityType;
  make: (language: Language) => string;
}

const PHONES: Readonly<Record<Language, string>> = {
  en: '(2##) 5##-####|+1 2## 5## ####|2##-5##-####|+44 20 7### ####|07### ######',
  de: '030 ########|+49 171 #######|0151/########|0221 / ######',
  fr: '06 ## ## ## ##|+33 6 ## ## ## ##|01.##.##.##.##|07########',
  es: '6## ### ###|+34 6########|91# ## ## ##',
  pt: '(11) 9####-####|+55 21 9####-####|+351 91# ### ###',
  it: '3## ### ####|+39 06 ########|02 ########',
  nl: '06 ########|+31 6 ########|020-#######',
  pl: '6## ### ###|+48 5## ### ###|22 ### ## ##',
  ru: '+7 9## ###-##-##|8 (9##) ###-##-##|89#########',
};
const IBANS: Readonly<Record<Language, string>> = {
  en: 'GB##WEST##############',
  de: 'DE####################',
  fr: 'FR#########################',
  es: 'ES######################',
  pt: 'PT#######################',
  it: 'IT##X######################',
  nl: 'NL##ABNA##########',
  pl: 'PL##########################',
  ru: 'DE####################',
};
const PRODUCTS = 'Trailbike X-200|AquaPump 3000|NoteCloud Pro|TermoKit S|LumaDesk Mini';
const SECRETS = 'Winter#####!|hunter##|tr0ub4dor&#|pA55w0rd-##|Qx##zz##kk';

/** `count` samples for each template of each language. */
export function createCorpus(
  templates: Templates,
  vocabulary: Vocabulary,
  random: () => number,
  count: number,
): Sample[] {
  const makers = makersOf(vocabulary, random);
  return LANGUAGES.flatMap((language) =>
    templates[language].flatMap((template) => Array.from({ length: count }, () => fill(template, language, makers))),
  );
}

function fill(template: string, language: Language, makers: ReadonlyMap<string, Maker>): Sample {
  const values: Sample['values'] = [];
  let text = '';
  for (const part of template.split(/(\{\w+\})/)) {
    const maker = makers.get(part.slice(1, -1));
    const written = maker ? maker.make(language) : part;
    if (maker?.type) values.push({ type: maker.type, start: text.length, end: text.length + written.length });
    text += written;
  }
  return { language, text, values };
}

function makersOf(vocabulary: Vocabulary, random: () => number): ReadonlyMap<string, Maker> {
  const from = (formats: string) => digits(pick(formats.split('|'), random), random);
  const day = (year: number) =>
    from(pick([`0#.0#.${year}`, `1#/0#/${year}`, `${year}-0#-1#`], random)).replace(/(?<!\d)00(?!\d)/g, '07');
  const latin = (name: string) =>
    name
      .normalize('NFKD')
      .replace(/[^A-Za-z]/g, '')
      .toLowerCase() || 'user';
  const email = (language: Language) =>
    `${latin(vocabulary.first(language))}.${latin(vocabulary.last(language))}@${pick(['example.com', 'mail.example.org', 'post.example'], random)}`;
  return new Map<string, Maker>([
    ['PERSON', { type: 'PERSON', make: (language) => `${vocabulary.first(language)} ${vocabulary.last(language)}` }],
    ['FIRST', { type: 'PERSON', make: (language) => vocabulary.first(language) }],
    ['LAST', { type: 'PERSON', make: (language) => vocabulary.last(language) }],
    ['EMAIL', { type: 'EMAIL', make: email }],
    ['PHONE', { type: 'PHONE', make: (language) => from(PHONES[language]) }],
    ['CITY', { type: 'LOCATION', make: (language) => vocabulary.city(language) }],
    ['ADDRESS', { type: 'ADDRESS', make: (language) => vocabulary.street(language) }],
    ['COMPANY', { type: 'COMPANY', make: (language) => vocabulary.company(language) }],
    ['IBAN', { type: 'IBAN', make: (language) => checkedIban(from(IBANS[language])) }],
    [
      'CARD',
      { type: 'CARD', make: () => checkedCard(from('4### #### #### ###|5### #### #### ###').replace(/^5\d/, '53')) },
    ],
    ['IP', { type: 'IP', make: () => `203.0.${Math.floor(random() * 256)}.${Math.floor(random() * 256)}` }],
    ['BIRTH', { type: 'DATE_OF_BIRTH', make: () => day(1940 + Math.floor(random() * 65)) }],
    ['AGE', { type: 'AGE', make: () => from('2#|3#|4#|7#') }],
    ['ID', { type: 'NATIONAL_ID', make: () => from('4##-5#-3###') }],
    ['PASSPORT', { type: 'PASSPORT', make: (language) => from(language === 'ru' ? '45## 1#####' : 'C0#######') }],
    ['SECRET', { type: 'SECRET', make: () => from(SECRETS) }],
    ['order', { make: () => from('44#####|SO-2###-##|1000######') }],
    ['version', { make: () => from('2.1#.#|4.0.#|7.#') }],
    ['price', { make: () => from('1#,99 €|2#9.00 EUR|$1,2##.00') }],
    ['date', { make: () => day(2025) }],
    ['product', { make: () => from(PRODUCTS) }],
  ]);
}

function checkedIban(iban: string): string {
  const body = iban.slice(4);
  const spelled = [...`${body}${iban.slice(0, 2)}00`].map((sign) => Number.parseInt(sign, 36)).join('');
  return `${iban.slice(0, 2)}${String(98 - Number(BigInt(spelled) % 97n)).padStart(2, '0')}${body}`;
}

function checkedCard(start: string): string {
  const sum = [...start.replace(/\D/g, '')].reverse().reduce((total, digit, i) => {
    const value = Number(digit) * (i % 2 === 0 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return `${start}${(10 - (sum % 10)) % 10}`;
}
