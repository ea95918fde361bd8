import type { EntityType } from '../entity.ts';
import { digits, pick } from './random.ts';
import type { Templates } from './templates/template.ts';
import { LANGUAGES, type Language, type Vocabulary } from './vocabulary/vocabulary.ts';

/** A text of which every personal value is known. */
export interface Sample {
  language: Language;
  text: string;
  values: { type: EntityType; start: number; end: number }[];
  /** What may be taken and need not be, such as a title or any date: it counts neither way. */
  neutral?: readonly { start: number; end: number }[];
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
/** Numbers that the states themselves or their libraries publish as examples, so that checksums hold. */
const IDS: Readonly<Record<Language, string>> = {
  en: '4##-5#-3###|AB 12 34 56 C|536-90-4399',
  de: '36574261809|36 574 261 809|86095742719',
  fr: '2 95 10 99 126 111 93|295109912611193',
  es: '54362315K|12345678Z|X2482300W',
  pt: '501964843|501 964 843',
  it: 'RCCMNL83S18D969H|RSSMRA85T10A562S',
  nl: '111222333|1112.22.333|123456782',
  pl: '44051401359|02070803628',
  ru: '500100732259|112-233-445 95',
};
const PRODUCTS = 'Trailbike X-200|AquaPump 3000|NoteCloud Pro|TermoKit S|LumaDesk Mini';
const SECRETS = 'Winter#####!|hunter##|tr0ub4dor&#|pA55w0rd-##|Qx##zz##kk';

export interface CorpusOptions {
  random: () => number;
  /** Samples for each template of each language. */
  count: number;
  /** How people write it: all in small letters, say. */
  spell?: (text: string) => string;
}

export function createCorpus(
  templates: Templates,
  vocabulary: Vocabulary,
  { random, count, spell = (text) => text }: CorpusOptions,
): Sample[] {
  const makers = makersOf(vocabulary, random);
  const fill = (template: string, language: Language) => filled(template, (slot) => makers.get(slot), language, spell);
  return LANGUAGES.flatMap((language) =>
    templates[language].flatMap((template) => Array.from({ length: count }, () => fill(template, language))),
  );
}

function filled(
  template: string,
  makerOf: (slot: string) => Maker | undefined,
  language: Language,
  spell: (text: string) => string,
): Sample {
  const values: Sample['values'] = [];
  let text = '';
  for (const part of template.split(/(\{\w+\})/)) {
    const maker = makerOf(part.slice(1, -1));
    const written = spell(maker ? maker.make(language) : part);
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
    ['ID', { type: 'NATIONAL_ID', make: (language) => from(IDS[language]) }],
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
