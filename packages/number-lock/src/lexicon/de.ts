import type { Lexicon } from './entry.ts';

/** Numbers written in one word are read by `compounds.ts`. */
export const DE: Lexicon = {
  number: `null|hundert*|tausend*|million*|milliarde*|dutzend*|halb|halbe|halber|halbes|halben|halbem|halfte*|halbier*|drittel*|viertel*|funftel*|
    sechstel*|achtel*|zehntel*|doppelt so|das doppelte|des doppelten|dem doppelten|verdoppel*|verdreifach*|vervierfach*|anderthalb*|eineinhalb*|
    zweieinhalb*|eintagig*|einwochig*|einmonatig*|einjahrig*|einstundig*|einprozentig*|zu zweit|zu dritt|zu viert|doppelter preis|doppelten preis|doppelte preis|
    eine einzige lizenz|ein einziger nutzer`,
  percent: 'prozent*|promille*|vom hundert|v h',
  date: `januar*|janner*|februar*|marz*|april*|mai|juni|juli|august*|september*|oktober*|november*|dezember*|montag*|dienstag*|mittwoch*|donnerstag*|
    freitag*|samstag*|sonnabend*|sonntag*|morgen|ubermorgen|gestern|vorgestern|umgehend*|unverzuglich*|sofort|sofortig*|sommer*|winter*|herbst*|fruhjahr*|
    fruhling*|weihnacht*|ostern|pfingsten|neujahr*|silvester|uber nacht|mitternacht*|in kurze`,
  duration: `sekunde*|minute|minuten|stunde|stunden|tag|tage|tagen|tages|tags|woche|wochen|monat|monate|monats|monaten|jahr|jahre|jahres|jahren|quartal*|
    halbjahr*|vierteljahr*|jahrzehnt*|jahrhundert*|werktag*|arbeitstag*|wochenend*|kalenderwoche*|kw`,
  period:
    'stundlich*|wochentlich*|monatlich*|vierteljahrlich*|halbjahrlich*|jahrlich*|quartalsweise*|monatsweise*|jahresweise*|wochenweise*',
  money: 'euro|euros|dollar*|cent|cents|franken|rubel|kopeke*|britische pfund|pfund sterling|yen',
  promise: `geht auf uns|gehen auf uns|aufs haus|auf unsere kosten|auf eigene kosten|wir ubernehmen die kosten|ubernehmen wir die kosten|spendier*|ratenzahlung*|in raten|teilzahlung*|keine zahlung*|
    zahlen erst|erst zahlen|zahlen sie erst|spater zahlen|lebenslang*|unterbrechungsfrei*|ohne unterbrechung*|ohne ausfall*|
    zahlen nichts|zahlt nichts|nichts zahlen|nichts bezahlen|bares geld|sparen geld|kostenlos*|kostenfrei*|gratis*|umsonst|unentgeltlich*|gebuhrenfrei*|ohne aufpreis|ohne zusatzkosten|ohne mehrkosten|ohne weitere kosten|
    ohne zusatzliche kosten|ohne kosten|ohne gebuhr*|ohne berechnung|ohne zuschlag|keine kosten|keine weiteren kosten|keine zusatzlichen kosten|
    keine zusatzkosten|keine mehrkosten|keine gebuhr*|keine versteckten|keinen aufpreis|kein aufpreis|festpreis*|preisgarantie*|preisbindung*|garantie*|
    garantier*|gewahrleistung*|erstatt*|ruckerstatt*|gutschrift*|gutschein*|bonus*|geschenk*|geld zuruck*|im preis enthalten|im preis inbegriffen|
    im preis inklusive|rund um die uhr|servicelevel*|service level*|sla|slas|schadensersatz*|vertragsstrafe*|ersparnis*|billiger|gunstiger|
    erlassen wir|gebuhr entfallt|kosten entfallen|schenken wir|probezeitraum*|testzeitraum*`,
  discount: `rabatt*|nachlass|nachlasse|nachlassen auf|preisnachlass*|skonto*|ermassig*|vergunstig*|sonderpreis*|sonderkondition*|sonderangebot*|vorzugspreis*|
    preissenkung*|halber preis|zum halben`,
  today: 'heute',
  ok: `alltag*|tagesgeschaft*|etage*|montage|montagen|reportage*|heutzutage|zutage|sabotage|tag fur tag|eines tages|im laufe der jahre|im laufe der zeit|
    guten tag|guten morgen|feiertag*|ab heute morgen|sechskant|nachlassen|der reihe nach`,
  ours: 'hier|regal*|an|mille|elf|once|mes|mois|dos|date|die|man|fast|dim|sol|cent|six|an der|seize',
};
