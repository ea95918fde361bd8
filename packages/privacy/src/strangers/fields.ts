import type { Entity, EntityType } from '../entity.ts';
import { fold } from '../fold.ts';
import { isCommonWord } from './lexicon.ts';

interface Field {
  type: EntityType;
  labels: string;
}

const FIELDS: readonly Field[] = [
  {
    type: 'PERSON',
    labels: `(?:full |first |last |middle |customer |client |contact |account holder |cardholder |card holder |patient |employee |billing |legal |maiden |user's )?name|surname|given name|family name|
      customer|client|contact(?: person)?|patient|requester|requested by|reported by|assignee|recipient|account holder|cardholder|beneficiary|attn|
      vorname|nachname|familienname|vor- und nachname|ansprechpartner(?:in)?|kontoinhaber|empfänger|kunde|kundin|nom(?: complet| de famille)?|prénom|titulaire|destinataire|
      nombre(?: completo| y apellidos)?|apellidos?|titular|destinatario|nome(?: completo)?|sobrenome|apelido|destinatário|cognome|intestatario|naam|voornaam|achternaam|imię|nazwisko|imię i nazwisko|
      from|to|cc|sent by|author|von|от|кому|фио|ф\\.и\\.о\\.|имя|фамилия|отчество|получатель|контактное лицо|клиент|заявитель`,
  },
  {
    type: 'COMPANY',
    labels:
      'company(?: name)?|employer|organi[sz]ation|firma|firmenname|unternehmen|arbeitgeber|société|entreprise|employeur|empresa|azienda|ditta|società|ragione sociale|bedrijf(?:snaam)?|werkgever|nazwa firmy|pracodawca|компания|организация|работодатель',
  },
  {
    type: 'LOCATION',
    labels:
      'city|town|state|county|country|place of birth|birthplace|birth place|ort|stadt|wohnort|geburtsort|land|ville|pays|lieu de naissance|ciudad|provincia|país|lugar de nacimiento|cidade|città|comune|luogo di nascita|provincia|paese|stad|plaats|woonplaats|geboorteplaats|miasto|kraj|miejsce urodzenia|город|страна|регион|место рождения',
  },
  {
    type: 'ADDRESS',
    labels:
      '(?:home |postal |mailing |billing |shipping |delivery |street |permanent |current |residential )?address|street|anschrift|adresse(?: postale)?|lieferadresse|rechnungsadresse|wohnadresse|dirección(?: postal)?|domicilio|calle|endereço|rua|morada|indirizzo|residenza|adres|ulica|адрес(?: доставки| проживания| регистрации)?|улица',
  },
];
const LABELS = FIELDS.map(({ labels }) => `(${labels.replace(/\s*\n\s*/g, '')})`).join('|');
const LINE = new RegExp(
  String.raw`(?<=^|\n|[|;,*\t] ?)[ \t>*•-]{0,4}(?:${LABELS})\*{0,2}[ \t]?[:=|\t][ \t*]{0,4}(?<value>[^\n|;<\t\0]{2,120})`,
  'giud',
);
/** Where another field follows on the same line. */
const NEXT_FIELD = /,? {1,3}[\p{L}. /-]{2,24}[:=]|\. (?=\p{Lu})|[.,*"']+$/u;
const MOST_WORDS: Partial<Record<EntityType, number>> = { PERSON: 5, COMPANY: 7, LOCATION: 4 };

/** What stands after "Name:", "Firma:", "Город:" in a form. */
export function findFields(text: string): Entity[] {
  if (!/[:=|\t]/.test(text)) return [];
  const found: Entity[] = [];
  for (const match of text.matchAll(LINE)) {
    const which = match.slice(1, 1 + FIELDS.length).findIndex((group) => group !== undefined);
    const type = FIELDS[which]?.type;
    const start = match.indices?.groups?.value?.[0];
    const value = valueIn(match.groups?.value ?? '', type);
    if (type && start !== undefined && value !== '') found.push({ type, start, end: start + value.length });
  }
  return found;
}

function valueIn(rest: string, type: EntityType | undefined): string {
  const value = rest.slice(0, type === 'ADDRESS' ? undefined : NEXT_FIELD.exec(rest)?.index).trimEnd();
  const words = value.match(/[\p{L}\p{N}][\p{L}\p{N}'’.-]*/gu) ?? [];
  if (words.length === 0 || words.length > ((type && MOST_WORDS[type]) ?? 16)) return '';
  // "Name: not given", "Address: where you live": a sentence, not a value.
  const capital = words.some((word) => /^[\p{Lu}\p{Lo}]/u.test(word));
  if (type === 'ADDRESS') return /\d/.test(value) && capital ? value : '';
  if (words.every((word) => isCommonWord(fold(word)))) return '';
  return capital && words.filter((word) => /^\p{Ll}{4,}/u.test(word)).length === 0 ? value : '';
}
