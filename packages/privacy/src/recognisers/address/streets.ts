/** A word of a street's name, with what may link two of them. */
const N = String.raw`\p{Lu}[\p{L}\p{M}'’.-]{0,30}`;
const LINK = `(?:(?:de|du|des|del|della|delle|dei|degli|di|da|do|das|dos|la|le|les|los|las|el|al|à|aux?|y|e|et|i|und|der|den|dem|van|von|het|ter|ten|im|am|sur|en) |d['’]|l['’]|dell['’]|nell['’])`;
const NAMES = `(?:${LINK}){0,3}${N}(?:[ -](?:${LINK}){0,3}(?:${N}|\\d{1,2}(?:st|nd|rd|th)?)){0,4}`;
const NUMBER = String.raw`\d{1,5}(?:[a-zA-Z](?![\p{L}\p{N}])| [A-Z](?![\p{L}\p{N}]))?(?: ?[-/] ?(?:\d{1,4}[a-zA-Z]?|[A-Z](?![\p{L}\p{N}])))?`;
const COMPASS = String.raw`(?:(?:N|S|E|W|NE|NW|SE|SW|North|South|East|West)\.? )?`;

/** Unmistakable, also in small letters. */
const STREET = 'street|avenue|road|boulevard|lane|drive|court|terrace|parkway|highway|crescent|square';
const STREET_SHORT =
  'St|Ave|Rd|Blvd|Ln|Dr|Ct|Ter|Pkwy|Hwy|Sq|Cres|Cir|Pl|Trl|Aly|Street|Avenue|Road|Boulevard|Lane|Drive|Court|Terrace|Parkway|Highway|Crescent|Square|Close|Mews|Circle|Place|Row|Alley|Broadway|Turnpike|Expressway|Freeway|Causeway';
/** Ends of streets that are also things: they need a name before them that is no ordinary word. */
const STREET_WEAK = `Branch|Bridge|Brooks?|Burgs?|Bypass|Camp|Canyon|Cape|Centers?|Circles|Cliffs?|Club|Common|Corners?|Course|Courts|Coves?|Creek|Crest|Crossing|Crossroad|Curve|Dale|Dam|Divide|Drives|Estates?|Extensions?|Falls?|Ferry|Fields?|Flats?|Fords?|Forest|Forges?|Forks?|Fort|Gate|Yard|Rise|Wharf|Quay|Parade|Promenade|Gardens?|Gateway|Glens?|Greens?|Groves?|Harbors?|Haven|Heights|Hills?|Hollow|Inlet|Islands?|Isle|Junctions?|Keys?|Knolls?|Lakes?|Land|Landing|Lights?|Loaf|Locks?|Lodge|Loop|Mall|Manors?|Meadows?|Mills?|Mission|Motorway|Mount|Mountains?|Neck|Orchard|Oval|Overpass|Parks?|Parkways|Pass|Passage|Path|Pike|Pines?|Plains?|Plaza|Points?|Ports?|Prairie|Radial|Ramp|Ranch|Rapids?|Rest|Ridges?|River|Roads|Route|Rue|Run|Shoals?|Shores?|Skyway|Springs?|Spurs?|Squares|Station|Stravenue|Stream|Streets|Summit|Throughway|Trace|Track|Trafficway|Trail|Tunnel|Underpass|Unions?|Valleys?|Via|Viaduct|Views?|Villages?|Ville|Vista|Walks?|Wall|Ways?|Wells?`;
const HOUSE = String.raw`,? ?(?:д(?:ом|\.)? ?)?\d{1,4}(?: ?[А-Я]|[а-я])?(?![\p{L}\p{N}])(?:/\d{1,4})?`;
const AFTER = String.raw`(?![\p{L}\p{N}])`;
const BEFORE = String.raw`(?<![\p{L}\p{N}.,:/#№-])`;

/** Signs of streets, in one place for the pattern and for its hint. */
const GERMANIC =
  '[Ss]tra(?:ß|ss)e|[Ss]tr\\.|[Ww]eg|[Pp]latz|[Aa]llee|[Gg]asse|[Rr]ing|[Dd]amm|[Uu]fer|[Cc]haussee|[Ss]teig|[Ss]tieg|[Ss]traat|[Ll]aan|[Pp]lein|[Gg]racht|[Kk]ade|[Dd]ijk|[Ss]ingel|[Pp]lantsoen|[Ss]teeg|[Dd]reef|[Hh]of|[Pp]ad|[Mm]arkt|[Bb]oulevard|[Ss]teenweg|[Bb]aan|[Vv]ej|[Vv]ei|[Vv]eien|[Vv]eg|[Vv]egen|[Vv]äg|[Vv]ägen|[Gg]ade|[Gg]ata|[Gg]atan|[Gg]aten|[Ss]træde|[Tt]orvet?|[Tt]orget?|[Pp]lads|[Ss]tien?|[Bb]akken|[Vv]egur|[Ss]tígur|[Kk]atu|[Tt]ie|[Kk]uja|[Pp]olku';
const ROMANCE =
  '[Cc]alle|C/|[Aa]venida|[Aa]vda?\\.?|[Aa]v\\.|[Pp]laza|[Pp]za\\.?|[Pp]aseo|[Cc]amino|[Cc]arretera|[Rr]onda|[Tt]raves[ií]a|[Rr]ambla|[Gg]lorieta|[Uu]rbanizaci[óo]n|[Rr]ua|R\\.|[Tt]ravessa|[Pp]raça|[Aa]lameda|[Ll]argo|[Ee]strada|[Rr]odovia|[Bb]eco|[Mm]arginal|[Vv]ia|[Vv]iale|[Vv]icolo|[Pp]iazza|[Pp]iazzale|[Cc]orso|[Ss]trada|[Cc]ontrada|[Bb]orgo|[Rr]otonda|[Ii]ncrocio';
const EASTERN =
  'Strada|Str\\.|Bulevardul|Bd\\.|Calea|Aleea|Șoseaua|Trg|Cesta|Ulica|Náměstí|Sokak|Caddesi|Οδός|Λεωφ(?:\\.|όρος)|бул\\.|вул\\.|просп\\.';

export interface Street {
  pattern: RegExp;
  /** A street only with a name in it that is no ordinary word. */
  weak?: boolean;
  cyrillic?: boolean;
  /** What any text holds that the pattern finds, and that is cheaper to look for. */
  hint?: RegExp;
}

/** How streets with house numbers are written, by language. */
export const STREETS: readonly Street[] = [
  // 1600 Pennsylvania Ave NW; 12 main street
  {
    pattern: new RegExp(
      `${BEFORE}${NUMBER} ${COMPASS}(?:${N}|\\d{1,3}(?:st|nd|rd|th))(?: ${N}){0,3} (?:${STREET_SHORT})${AFTER}\\.?(?: (?:N|S|E|W|NE|NW|SE|SW)${AFTER})?`,
      'gu',
    ),
  },
  {
    pattern: new RegExp(
      `${BEFORE}\\d{1,5} ${COMPASS}(?!(?:the|this|that|a|an|on|of|in|per)\\b)[a-z]{3,20}(?: (?!(?:the|this|that|a|an|on|of|in|per)\\b)[a-z]{2,20})? (?:${STREET})${AFTER}`,
      'gu',
    ),
    weak: true,
  },
  {
    pattern: new RegExp(`${BEFORE}${NUMBER} ${COMPASS}${N}(?: ${N}){0,2} (?:${STREET_WEAK})${AFTER}`, 'gu'),
    weak: true,
  },
  {
    pattern: new RegExp(
      `${BEFORE}${NUMBER} ${N}(?: ${N}){0,3}(?: \\d{1,4})?,? (?:Apt|Apartment|Suite|Ste|Unit|Flat)\\.? ?#?\\d{1,5}${AFTER}`,
      'gu',
    ),
  },
  {
    hint: /(?:box|fach|correos|apartado|casella|caixa|postbus|postale|BP|pocztowa|а\/я) \d/i,
    pattern:
      /(?<![\p{L}\p{N}])(?:P\.? ?O\.? ?Box|Postfach|Apartado(?: de correos)?|Casella postale|Caixa postal|Postbus|Boîte postale|BP|Skrytka pocztowa|а\/я) \d{1,7}(?!\p{N})/giu,
  },
  {
    pattern:
      /(?<![\p{L}\p{N}])(?:(?:PSC|CMR|Unit) \d{1,5},? Box \d{1,5}|US(?:S|NS|CGC|NV) \p{Lu}\p{L}+)\s{0,2},?\s?(?:[ADF]P|DP)O,? A[AEP] \d{5}/gu,
  },
  // Lange Straße 12a, Ackerweg 3, Am Alten Markt 5
  {
    hint: new RegExp(`(?:${GERMANIC}) ?(?:Nr\\. ?)?\\d`),
    pattern: new RegExp(
      `(?<![\\p{L}\\p{N}])(?:${N}[ -]){0,3}(?:\\p{Lu}[\\p{L}-]{0,40}?)?(?:${GERMANIC}) ?(?:Nr\\. ?)?${NUMBER}${AFTER}`,
      'gu',
    ),
  },
  {
    pattern:
      /(?<![\p{L}\p{N}])(?:Am|An der|An den|Auf dem|Auf der|Im|In der|In den|Zum|Zur|Unter den|Hinter der|Vor dem) (?:\p{Lu}\p{L}+[ -]?){1,2} ?\d{1,3}[a-z]?(?=\s*[,\n] ?\d{5} )/gu,
  },
  {
    pattern:
      /(?<=(?:[Aa]n|[Nn]ach|[Aa]dresse|[Aa]nschrift|wohne|wohnhaft|bei|liegt):? )(?:Am|An der|An den|Auf dem|Auf der|Im|In der|In den|Zum|Zur|Unter den|Hinter (?:der|den|dem)|Vor dem) (?:\p{Lu}\p{L}+[ -]?){1,2} ?\d{1,3}[a-z]?(?![\p{L}\p{N}])/gu,
  },
  // 12 bis, rue de la Paix; Calle Mayor, 5; 12345 Rua Silva; Via Roma 3/B
  {
    pattern: new RegExp(
      `${BEFORE}(?:${NUMBER}(?: ?(?:bis|ter|quater))?,? )(?:[Rr]ue|[Aa]v(?:enue|\\.)|[Bb](?:oulevar)?d\\.?|[Pp]lace|[Aa]ll[ée]e|[Cc]hemin|[Ii]mpasse|[Qq]uai|[Rr]oute|[Cc]ours|[Pp]assage|[Ss]quare|[Vv]oie|[Ff]aubourg|Rua|Avenida|Travessa|Alameda|Marginal|Rodovia|Praça|Largo|Calle|Via|Viale) ${NAMES}`,
      'gu',
    ),
  },
  {
    hint: new RegExp(`(?:${ROMANCE})(?:[^a-z]|(?<=[/.]).)`),
    pattern: new RegExp(
      `(?<![\\p{L}\\p{N}])(?:${ROMANCE}) ?${NAMES}(?:,? (?:s/n\\.?|(?:n[.º°o]* ?)?${NUMBER})|, ?(?:n[.º°o]* ?)?${NUMBER})${AFTER}`,
      'gu',
    ),
  },
  // Kossuth Lajos utca 5; Hlavní třída 12; Trg republike 3
  {
    hint: / (?:u\.|utca|út|tér|kör|köz|sét|ul|tř|nám|náb|ces|tri|trg|iela|gatv|pros|tee|puie|bulv)/,
    pattern: new RegExp(
      `(?<![\\p{L}\\p{N}])(?:${N}[ -]){1,3}(?:u\\.|utca|út|útja|tér|tere|körút|köz|sétány|ulice|třída|náměstí|nábřeží|ulica|cesta|námestie|trieda|trg|iela|gatvė|prospektas|tee|puiestee|bulvāris)${AFTER} ?${NUMBER}`,
      'gu',
    ),
  },
  {
    hint: new RegExp(`(?:${EASTERN})(?:[^a-z]|(?<=[/.]).)`),
    pattern: new RegExp(`(?<![\\p{L}\\p{N}])(?:${EASTERN}) ?${NAMES},? (?:nr\\. ?|No:? ?)?${NUMBER}${AFTER}`, 'gu'),
  },
  // 47 Salontie 19: a number on either side of a name
  {
    pattern: new RegExp(
      `${BEFORE}(?!\\d{1,2} \\p{L}+\\.?,? (?:19|20)\\d{2}(?!\\d))\\d{1,4} ${N}(?:[ -]${N}){0,3},? \\d{1,5}[a-z]?${AFTER}(?! ?[%€$£]|[.,]\\d)`,
      'gu',
    ),
    weak: true,
  },
  // ul. Długa 5/12
  {
    pattern: new RegExp(
      `(?<![\\p{L}\\p{N}])(?:[Uu]l\\.|[Uu]lic[ayę]|[Aa]l\\.|[Aa]lej[aię]|[Pp]l\\.|[Pp]lac\\p{L}{0,2}|[Oo]s\\.|[Oo]siedl[eu]|[Rr]ondo|[Rr]ynek|[Ss]kwer|[Ss]zosa|[Bb]ulw\\.|[Dd]roga|[Ww]yb\\.) (?:${N}[ -]?){1,4} ?\\d{1,4}[a-zA-Z]?(?: ?(?:/|m\\.?|lok\\.) ?\\d{1,4})?${AFTER}`,
      'gu',
    ),
  },
  // ул. Ленина, д. 5, кв. 12; Невский проспект, 28
  {
    cyrillic: true,
    pattern: new RegExp(
      `(?<![\\p{L}\\p{N}])(?i:ул(?:\\.|иц[аеы])|пр(?:-т|осп\\.|оспект[еа]?|\\.)|пер(?:\\.|еул[оу]?к[еа]?)|пл(?:\\.|ощад[ьи])|бул(?:\\.|ьвар[еа]?)|б-р|наб(?:\\.|ережн[аой]{2})|ш(?:\\.|оссе)|проезд[еа]?|тупик[еа]?|алле[яи]|мкр\\.?|микрорайон[еа]?) ?(?:\\d{1,3}-?\\p{L}{0,3} )?(?:\\p{Lu}[\\p{L}-]*[ .]{1,2}?){0,3}\\p{Lu}[\\p{L}-]*${HOUSE}`,
      'gu',
    ),
  },
  {
    cyrillic: true,
    pattern:
      /(?<![\p{L}\p{N}])(?:\p{Lu}[\p{L}-]+ ){1,3}(?:ул(?:\.|иц[аеы])|пр(?:-т|осп\.|оспект[еа]?)|пер(?:\.|еул[оу]?к[еа]?)|пл(?:\.|ощад[ьи])|бульвар[еа]?|наб(?:\.|ережн[аой]{2})|шоссе|проезд[еа]?|алле[яи]),? ?(?:д(?:ом|\.)? ?)?\d{1,4}(?: ?[А-Я]|[а-я])?(?![\p{L}\p{N}])/gu,
  },
];
