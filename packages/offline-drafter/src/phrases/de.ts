import { greeting, type LanguagePack, signOff, type Wording, word, words } from './language-pack.ts';

const formal: Wording = {
  greeting: (name) => (name ? `Guten Tag ${name},` : 'Guten Tag,'),
  thanks: 'vielen Dank für Ihre Nachricht.',
  apology: 'vielen Dank für Ihre Nachricht. Die Unannehmlichkeiten tun uns leid.',
  otherQuestion: 'Zu Ihrer weiteren Frage:',
  lastQuestion: 'Und zu Ihrer letzten Frage:',
  readMore: 'Alle Einzelheiten finden Sie hier:',
  offerHelp: 'Wenn noch etwas unklar ist, antworten Sie einfach auf diese Nachricht – wir helfen Ihnen gerne weiter.',
  signOff: (signature) => (signature ? `Mit freundlichen Grüßen\n${signature}` : 'Mit freundlichen Grüßen'),
};

const informal: Wording = {
  greeting: (name) => (name ? `Hallo ${name},` : 'Hallo,'),
  thanks: 'vielen Dank für deine Nachricht.',
  apology: 'vielen Dank für deine Nachricht. Die Unannehmlichkeiten tun uns leid.',
  otherQuestion: 'Zu deiner weiteren Frage:',
  lastQuestion: 'Und zu deiner letzten Frage:',
  readMore: 'Alle Einzelheiten findest du hier:',
  offerHelp: 'Wenn noch etwas unklar ist, antworte einfach auf diese Nachricht – wir helfen dir gerne weiter.',
  signOff: (signature) => (signature ? `Viele Grüße\n${signature}` : 'Viele Grüße'),
};

const DONE =
  'erstattet|storniert|veranlasst|weitergeleitet|geändert|aktualisiert|verschickt|versendet|gesendet|gekündigt|zurückgesetzt|verlängert|gutgeschrieben|ausgelöst|eingeleitet|hinterlegt|geprüft|überprüft|gelöscht|ersetzt|korrigiert|angelegt|freigeschaltet|überwiesen';

/** Any deed of ours: `ich habe ... gestellt`, but not `wir haben ... geöffnet`. */
const PARTICIPLE = `(?!geöffnet|geschlossen)(?:ge\\p{L}{2,}(?:t|en)|\\p{L}{2,}ge\\p{L}{2,}(?:t|en)|\\p{L}+iert|${DONE})`;

export const de: LanguagePack = {
  language: 'de',
  wording: { formal, informal },
  formalMarks: word('Sie|Ihnen|Ihr|Ihre[nmrs]?', 'gu'),
  informalMarks: word('[Dd]u|[Dd]ir|[Dd]ich|[Dd]ein(?:e[nmrs]?)?|[Ee]uch', 'gu'),
  lowercaseAfterGreeting: true,
  greeting: greeting(
    'hallo|hi|hey|moin|servus|guten (?:tag|morgen|abend)|sehr geehrte[rs]?|liebe[rs]?|grüß gott|schönen guten tag',
    'zusammen|damen|herren|und|frau|herr|kundin|kunde|kunden|liebe[rs]?|nochmals?',
    '(?:ich|wir) hoffen?,? (?:es geht|dass es)|wie geht es',
  ),
  signOff: signOff(
    'mit (?:freundlichen|besten|herzlichen|vielen|lieben) grüßen|(?:freundliche|beste|herzliche|viele|liebe|schöne) grü(?:ß|ss)e|mfg|lg|vg|dein(?:e)? \\p{L}+|ihr(?:e)? \\p{L}+-team',
    'bis bald|einen schönen tag(?: noch)?|wir wünschen .{0,40}|danke|vielen dank',
  ),
  opener:
    /^(?:(?:vielen|herzlichen|besten) dank|danke)(?!\p{L})|^(?:es tut (?:uns|mir)|das tut (?:uns|mir)|tut (?:uns|mir) leid|wir (?:bitten um entschuldigung|entschuldigen uns|bedauern|verstehen)|bitte entschuldigen|entschuldigung)(?!\p{L})/iu,
  offer: word(
    '(?:weitere|noch|offene|andere) fragen|bei (?:weiteren )?fragen|fragen haben|fragen hast|gerne? (?:weiter|zur verfügung|zur seite)|zögern sie nicht|zögere nicht|melden sie sich (?:gerne|jederzeit|einfach)|melde dich (?:gerne|jederzeit|einfach)|helfen (?:ihnen|dir) gerne',
  ),
  complaint: word(
    'unverschämt\\p{L}*|frechheit|unmöglich|inakzeptabel|katastrophe|katastrophal\\p{L}*|enttäuscht|enttäuschend|wütend|sauer|verärgert|ärgerlich|abzocke|betrug|beschwerde|anwalt|zum dritten mal|niemand (?:antwortet|reagiert|meldet sich)|unfassbar|lächerlich|nie wieder|reicht es',
  ),
  claim: new RegExp(
    `(?<!\\p{L})(?:ich|wir) (?:habe|haben)(?!\\p{L})[^.!?]*(?<!\\p{L})${PARTICIPLE}(?!\\p{L})|(?<!\\p{L})(?:habe|haben) (?:ich|wir)(?!\\p{L})[^.!?]*(?<!\\p{L})${PARTICIPLE}(?!\\p{L})|(?<!\\p{L})(?:wurde|wurden)(?!\\p{L})[^.!?]*(?<!\\p{L})(?:${DONE})(?!\\p{L})`,
    'iu',
  ),
  conditional: word('wenn|sobald|falls|nachdem|sofern|bevor|solange|ob'),
  stopWords: words(`
    und der die das den dem des ein eine einen einem einer eines ich sie wir ihr ihre ihren ihrem mir mich mein meine
    meinen meiner nicht auch noch aber oder wenn wie was wer wann warum weil dass für mit von vom zum zur auf aus bei
    nach über unter vor ist sind war waren wird werden wurde haben habe hat hatte kann können könnte muss müssen soll
    sollte bitte danke hallo guten tag sehr geehrte damen herren nur schon mal jetzt dann hier dort man sich uns unser
    unsere diese dieser dieses diesen als bis durch ohne gegen seit bereits immer wieder freundlichen grüßen
  `),
};
