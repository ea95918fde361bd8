import type { Entity, EntityType, Recogniser } from '../entity.ts';

/** Words that announce a value, and what the value looks like. */
interface Announcement {
  type: EntityType;
  words: string;
  value: RegExp;
}

/** Letters and digits in groups, at least four digits among them. */
const NUMBER = /(?=(?:[^\d\n]{0,6}\d){4})[A-Z]{0,3}[A-Z\d]+(?:[ ./-]?(?=[A-Z]*\d)[A-Z\d]+){0,7}/y;
const NAME = /["'“«]?[\p{L}\p{N}_][\p{L}\p{N}_.@-]{2,40}[\p{L}\p{N}_]/uy;

const ANNOUNCEMENTS: readonly Announcement[] = [
  {
    type: 'NATIONAL_ID',
    words: `ssn|social security|social insurance|itin|tax ?id|taxpayer(?: id(?:entification)?)?|tin|national insurance|nino|nhs|
      national id(?:entity)?(?: card)?|identity card|id card|id-card|personal id|aadhaar|pan card|medicare|sin|tfn|
      steuer-?id(?:entifikationsnummer)?|steueridentifikationsnummer|steuer-?nr|steuernummer|idnr|sozialversicherungsnummer|versicherungsnummer|ust-?id(?:-?nr)?|
      personalausweis(?:nummer|-nr)?|ausweisnummer|sécurité sociale|nir|siren|siret|numéro fiscal|carte d'identité|
      dni|nie|nif|cif|nss|seguridad social|documento de identidad|rfc|curp|codice fiscale|cod\\. fisc|c\\.f|partita iva|p\\. ?iva|
      carta d'identità|cpf|cnpj|rg|niss|cartão de cidadão|contribuinte|bsn|burgerservicenummer|sofinummer|identiteitskaart|btw-?nummer|
      pesel|nip|regon|dowód osobist\\p{L}*|numer dowodu|personnummer|cpr|henkilötunnus|vat(?: id)?|инн|снилс|огрн(?:ип)?|кпп|омс|полис\\p{L}*`,
    value: NUMBER,
  },
  {
    type: 'PASSPORT',
    words:
      'passport|reisepass(?:nummer|-nr)?|passnummer|passeport|pasaporte|passaporto|passaporte|paspoort(?:nummer)?|paszport\\p{L}*|паспорт\\p{L}*|загранпаспорт\\p{L}*',
    value:
      /(?:[A-Z]{1,3}[ -]?\d{5,9}|\d{2} ?\d{2}(?: ?(?:№|номер|n))? ?\d{6}|\d{7,9}|(?=[A-Z]*\d[A-Z]*\d)[A-Z\d]{8,10})(?![\p{L}\p{N}])/uy,
  },
  {
    type: 'DRIVER_LICENSE',
    words: `driver'?s? licen[cs]e|driving licen[cs]e|driver’s licen[cs]e|licen[cs]e number|dl|führerschein(?:nummer|-nr)?|permis de conduire|permis|carnet de conducir|
      permiso de conducir|patente(?: di guida)?|carta de condução|cnh|carteira de motorista|rijbewijs(?:nummer)?|prawo jazdy|prawa jazdy|водительск\\p{L}+ (?:удостоверени\\p{L}+|прав\\p{L}*)|права|в/у|ву`,
    value: NUMBER,
  },
  {
    type: 'BANK_ACCOUNT',
    words: `account(?: number| no| nr)?|acct|bank account|checking account|savings account|routing(?: number)?|aba|sort code|kontonummer|konto(?:-?nr)?|blz|bankleitzahl|bankverbindung|
      numéro de compte|compte|rib|cuenta(?: bancaria)?|número de cuenta|conto(?: corrente)?|conta(?: corrente)?|agência|rekening(?:nummer)?|numer konta|rachunku?|
      расч[её]тн\\p{L}+ сч[её]т\\p{L}*|лицев\\p{L}+ сч[её]т\\p{L}*|р/с|к/с|бик|корр?\\.? ?сч[её]т\\p{L}*|номер сч[её]та`,
    value: /\d{2}-\d{2}-\d{2}(?!\d)|\d(?:[ -]?\d){5,24}/y,
  },
  {
    type: 'BANK_ACCOUNT',
    words: 'bic|swift(?:[ -]code)?|bic/swift|swift/bic',
    value: /[A-Z]{6}[A-Z\d]{2}(?:[A-Z\d]{3})?(?![\p{L}\p{N}])/uy,
  },
  {
    type: 'DEVICE',
    words: 'imei|meid|vin|chassis|fahrgestellnummer|fin|серийный номер телефона',
    value: /[A-Z\d](?:[ -]?[A-Z\d]){13,18}/y,
  },
  {
    type: 'DEVICE',
    words:
      "licen[cs]e plate|number plate|plate number|kennzeichen|plaque d'immatriculation|immatriculation|matrícula|targa|kenteken|numer rejestracyjny|гос\\.? ?номер",
    value: /(?=[^\n]{0,8}\d)[\p{Lu}\d]{1,4}(?:[ ·-]?[\p{Lu}\d]{1,4}){1,3}/uy,
  },
  {
    type: 'SECRET',
    words:
      'verification code|security code|one[- ]time (?:code|password|passcode)|otp|2fa(?: code)?|tan|einmalcode|bestätigungscode|code de vérification|código de verificación|codice di verifica|kod weryfikacyjny|verificatiecode|код подтверждения|код из смс|одноразов\\p{L}+ (?:код|пароль)',
    value: /\d{3}[ -]?\d{1,5}(?!\d)/y,
  },
  {
    type: 'USERNAME',
    words:
      "user ?name|user ?id|login(?: name)?|benutzername|nutzername|nom d'utilisateur|identifiant|nombre de usuario|usuario|nome utente|nome de usuário|utilizador|gebruikersnaam|nazwa użytkownika|skype|telegram|discord|twitter|instagram|логин|ник|имя пользователя",
    value: NAME,
  },
  {
    type: 'ADDRESS',
    words:
      'zip(?: ?code)?|post(?:al)? ?code|plz|postleitzahl|code postal|código postal|cap|cep|kod pocztowy|индекс|почтовый индекс',
    value:
      /\d{5}-\d{3,4}|\d{2}-\d{3}|\d{4} ?[A-Z]{2}(?![\p{L}])|\d{4,6}(?!\d)|[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}|[A-Z]\d[A-Z] ?\d[A-Z]\d/uy,
  },
];

/** What may stand between the words and the value: "number is:", "Nr.", "серия". */
const GLUE =
  /(?:[\s:=#№."'’“«»()–-]|(?:number|numbers?|no|nr|num|nummer|numéro|número|numero|numer|номер\p{L}*|серия|серии|n[o°º]|de|del|di|da|van|of|for|my|id|code|is|was|ist|lautet|est|es|è|é|jest|to|это|are|it's)(?![\p{L}\p{N}])){1,24}/iuy;
const WORDS = ANNOUNCEMENTS.map(({ words }) => `(${words.replace(/\s*\n\s*/g, '')})`).join('|');
const ANNOUNCED = new RegExp(`(?<![\\p{L}\\p{N}])(?:${WORDS})(?![\\p{L}\\p{N}])`, 'giu');
/** Without a colon or "is" these words tell nothing of what follows: "login problems", "user id missing". */
const SAYS_SO = /[:=]|(?<!\p{L})(?:is|was|ist|lautet|est|es|è|é|jest|to|это)(?!\p{L})/iu;
/** An order, a sum or a day after such a word is no account. */
const OTHER = /^(?:\d{4}-\d{2}-\d{2}|\d{1,2}[./]\d{1,2}[./]\d{2,4})/;

/** Numbers and names that a word announces: "SSN", "Kontonummer", "паспорт серия". */
export const findAnnounced: Recogniser = (text) => {
  const found: Entity[] = [];
  for (const match of text.matchAll(ANNOUNCED)) {
    const which = match.slice(1).findIndex((group) => group !== undefined);
    const announcement = ANNOUNCEMENTS[which];
    if (!announcement) continue;
    const entity = valueAfter(text, match.index + match[0].length, announcement);
    if (entity) found.push(entity);
  }
  return found;
};

function valueAfter(text: string, from: number, { type, value }: Announcement): Entity | undefined {
  GLUE.lastIndex = from;
  const glue = GLUE.exec(text)?.[0] ?? '';
  const start = from + glue.length;
  if (glue === '' || (type === 'USERNAME' && !SAYS_SO.test(glue))) return undefined;
  value.lastIndex = start;
  const written = value.exec(text)?.[0];
  if (written === undefined || OTHER.test(text.slice(start, start + 12))) return undefined;
  if (type === 'USERNAME' && /^(?:not|wrong|the|my|a|an|nicht|kein|incorrect|invalid|не)\b/i.test(written))
    return undefined;
  return { type, start, end: start + written.length };
}
