import { fold } from '@draftsmith/letters';

/** Endings of nouns that are no names; compounds end as their last part does. Folded. */
const ENDINGS =
  /(?:ung|ungen|heit|heiten|keit|keiten|schaft|tion|tionen|tat|taten|nis|nisse|nissen|ment|mente|ismus|ling|schein|scheins|icht|itt|falls?|weise|stelle|stellen|stand|zeit|zeiten|punkt|punkte|punkten|wert|werte|werten|satz|platz|karte|karten|code|codes|nummer|nummern|wunsch|wunsche|anspruch|anspruche|schutz|grund|grunde|grunden|recht|rechte|rechten|vertrag|vertrage|betrag|betrage|betrags|antrag|auftrag|auftrage|werk|werke|tag|tage|tagen|woche|wochen|monat|monate|monaten|jahr|jahre|jahren|stunde|stunden|minute|minuten|seite|seiten|name|namen|konto|konten|kunde|kunden|kundin|dienst|dienste|dienstes|preis|preise|preisen|kosten|gebuhr|gebuhren|geld|frist|fristen|post|mail|mails|adresse|adressen|daten|datei|dateien|gerat|gerate|geraten|artikel|artikeln|ware|waren|paket|pakete|paketen|versand|kauf|kaufs|kaufe|laden|formular|formulare|link|links|passwort|kennwort|konfig|menu|bereich|bereiche|bereichs|shop|team|hilfe|anfrage|anfragen|frage|fragen|antwort|antworten|problem|probleme|problemen|fehler|fehlern|schritt|schritte|schritten|plan|plane|planen|tarif|tarife|tarifs|abo|abos|paket|option|optionen|rabatt|rabatte|gutschein|gutscheine|rate|raten|summe|teil|teile|teilen|form|art|arten|raum|raume|zimmer|zimmern|flug|fluge|flugs|reise|reisen|gepack|koffer|ticket|tickets|gast|gaste|gasten|arzt|arzte|behandlung|rezept|leistung|schaden|schadens|fall|falle|fallen|netz|netze|anschluss|router|gigabyte|volumen|rufnummer|anruf|anrufe|nachricht|nachrichten|dokument|dokumente|dokumenten|unterlagen|beleg|belege|beleges|quittung|konditionen|ende|anfang|beginn|ablauf|abflug|ankunft|anreise|abreise|umtausch|garantie|ruckgabe|rucknahme|lager|filiale|filialen|sprache|land|lander|landern|ausland|inland|woche|uhr|person|personen|nutzer|nutzern|benutzer|mitglied|mitglieder|mitarbeiter|mitarbeitern|leute|kind|kinder|kindern|haustier|haustiere|hund|hunde|auto|fahrer|fahrzeug|strom|gas|vorrat|menge|mengen|stuck|stucke|grosse|grossen|farbe|farben|modell|modelle|version|browser|app|apps|server|login|zugang|zugangs|zugriff|sperre|bank|banken|kredit|lastschrift|zins|zinsen|steuer|steuern|gesetz|gesetzes|pflicht|folge|folgen|hinweis|hinweise|info|infos|details|regel|regeln|ausnahme|ausnahmen|bestatigung|entgelt|wahl|lage|halfte|hohe|sache|sachen|ort|orte|weg|wege|haus|hause|kopie|kopien|sicherung|backup|jahrestag|wochenende|wochenenden|feiertag|feiertagen|morgen|abend|mittag|nacht|nachte|start|test|probe|phase|upgrade|update|updates|rechner|computer|handy|telefon|hotline|chat|gesprach|termin|termine|zahn|zahne|brille|brillen|therapie|klinik|krankenhaus|begleit\w*|erwachsene\w*|jugendliche\w*|reisende\w*|versicherte\w*|neu\w*|naheres|weiteres|folgendes|alles|gutes|vorliegen|erhalt|eingang|bedarf|kraft|hand|regel|kurze|zukunft|verlust|diebstahl|verkauf|umfang|rahmen|laufe|lauf|anschrift|absender|empfanger|verpackung|etikett|abzug|zuschlag|aufpreis|ersatz|stornierung|storno|nachweis|einkauf|vorschau|entwurf|lieferant|hersteller|anbieter|partner|agentur|buro|zentrale|sekunde\w*|prozent|euro|dollar|cent|kilo|gramm|meter|liter)$/;

const FEWEST_LETTERS = 3;

/** True for a German noun that is no name; most capitalised words of a German sentence are one. */
export function isGermanNoun(word: string): boolean {
  const folded = fold(word);
  return folded.length < 4 || endsAsNoun(folded) || endsAsNoun(folded.replace(/(?:es|s|n|en|e)$/, ''));
}

/** Before the last part of a compound stands a word: two letters are the beginning of a name ("Trapp"). */
function endsAsNoun(folded: string): boolean {
  const at = ENDINGS.exec(folded)?.index;
  return at === 0 || (at !== undefined && at >= FEWEST_LETTERS);
}
