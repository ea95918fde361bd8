import type { ReadDocument } from '@draftsmith/grounding';

type Reader = ReadDocument['reader'];

const ENDINGS =
  /(?:ung|ungen|heit|heiten|keit|keiten|schaft|schaften|tion|tionen|tat|taten|nis|nisse|nissen|ment|mente|menten|ismus|tum|enz|enzen|anz|ur|uren|ik|iken|ie|ien|age|agen|eur|eure|euren|istik|logie|logien|erin|innen|barkeit|sal|chen|lein|ling|linge|ierer|ierern|sicht|sichten)$/u;
/** Last parts of compounds that proposals are full of. Folded. */
const NOUNS = new RegExp(
  `(?:${`ablauf ablaufe ablaufen abteilung abstimmung aktion alltag anbieter anfang anfrage anfragen angebot angebote angebots ansatz ansatze ansprechpartner
  anspruch anwender anwendern arbeit arbeiten art artikel artikeln aufgabe aufgaben auftrag auftrage auftragen aufwand ausbau auswahl bedarf bedurfnis beginn
  begriff beispiel beitrag berater beratern bereich bereiche bereichen bericht berichte berichten bestand bestande bestanden betrieb betriebe betriebs betreuer
  blick brief bruder buchhalter budget chance chancen chef code daten datei dateien dauer demo design detail details dialog dienst dienste dienstleister
  ding dinge dokument dokumente dokumenten druck eindruck einblick einblicke einkauf einkaufer einsatz einstieg eintrag eintrage ende engpass engpasse entwickler entwicklern
  entwurf erfolg erfolge erfolgs ergebnis etikett etiketten export fach fachbereich fall falle fallen fehler fehlern feedback feld felder feldern
  fertiger filiale filialen firma firmen fluss formular formulare form formen fortschritt frage fragen freude fuhrer fuhrung gebiet gefahr gerat gerate geraten
  gesprach gesprache gesprachen gerust geschaft geschafts gewinn grad grenze grenzen grund grunde grundlage gruppe gruppen handel hand hande hilfe hinweis hinweise hohe
  idee ideen import inhalt inhalte inhalten interesse jahr kanal kanale kanalen kauf kenner kennzahl kennzahlen kern kette ketten klarheit kollege kollegen konto konten
  konzept konzepte kopf kosten kraft krafte kunde kunden kurs lage lager lagers lagern land lager laden lauf leiter leitern leben lieferant lieferanten liefer listen
  liste lizenz lizenzen losung losungen management manager managern markt markte maske masken mass masse material medien meister menge mengen mensch menschen mitarbeiter
  mitarbeitern mittel mitteln mittelpunkt modell modelle modul module modulen moment muster nachfrage name namen netz netze netzwerk nutzen nutzer nutzern oberflache
  ordnung ort orte orten paket pakete palette paletten papier partner partnern person personal personen phase phasen pilot plan plane planer planern plattform plattformen
  platz platze platzen pflege posten praxis preis preise preisen problem probleme problemen produkt produkte produkten projekt projekte projekten projekts protokoll
  prozess prozesse prozessen prozesses punkt punkte punkten qualitat quelle quellen rahmen raum recht rechte rechten regal regale regel regeln reihe reihen reise
  retoure retouren richtlinie richtlinien risiko risiken rolle rollen ruck ruckmeldung sache sachen saison satz satze scan scanner scannern schritt schritte schritten schutz
  schulung seite seiten sendung server service sicht sinn sitz software sorge speditionen spediteur spediteure spediteuren spiel sprache stand stande standard standards
  standort standorte standorten start stelle stellen steuer system systeme systemen systems tabelle tabellen team teams technik teil teile teilen termin termine
  test tests texte text thema themen tool tools transparenz treffen typ umfang umfeld umgang umgebung umsatz umstellung umzug unterlagen unterschied
  unternehmen unternehmens update updates ursache ursachen verbrauch verfahren verkauf verkaufer verlauf verlust verluste versand verstandnis vertrag vertrage vertrags vertrauen vertrieb
  vertriebs verzug volumen vorbild vorgang vorgange vorgangen vorgehen vorhaben vorschlag vorteil vorteile vorteilen wachstum ware waren wandel weg wege werk werke
  wert werte werten wechsel wille wissen workshop workshops wunsch wunsche wunschen zahl zahlen zeichen zeit zeiten ziel ziele zielen zugang zugriff zukunft zusage zusammenhang
  zustand zustande zustandigkeit zweck dublette dubletten masken kommissionierer kommissionierern administrator administratoren leitstand experten experte
  pilotbetrieb pilotbetriebs beschwerde beschwerden rucklaufer massnahme massnahmen aufnahme annahme ubernahme abnahme ausnahme inbetriebnahme mail mails telefon hardware software reise reisen verkabelung
  abend anliegen anrede anhang anlage anlagen anpassung antrag antrage arbeitsplatz assistent aufbau aufnahme ausblick ausfall ausfalle ausgabe ausgaben auslastung ausschuss
  austausch automat basis baustein bausteine bearbeiter bestellung bestimmung bewerber bild bilder branche brauch buch bucher buro computer daten deckung dank denken druck
  durchlauf ebene ebenen echtzeit eigenschaft einheit empfang empfanger empfehlung engagement entscheider entscheidern erfassung erfahrung fachkraft fachkrafte faktor faktoren feature features
  fertigung flache flachen flexibilitat fokus forderung gegenwart gehalt gelande gelegenheit genauigkeit gefuhl gelegenheit geschwindigkeit gesellschaft gesetz gesundheit gleichgewicht
  halle hallen handler handlern haufigkeit haus hauser herausforderung herkunft hersteller herstellern hintergrund host impuls information infrastruktur ingenieur integration
  inventar inventur kapazitat karte karten kategorie klasse klassen kollegium kombination komfort kompetenz komponente komponenten kontakt kontakte kontrolle koordination kopie korrektur kultur leistung
  leser leute linie linien logistik luft lucke lucken mangel masche maschine maschinen mehrwert meinung merkmal merkmale messung mobilitat monitor montage nachricht nachweis nachteil nachteile niveau notiz
  notizen option papier parameter passwort pause pfad pfade potenzial potenziale prasenz praxis prinzip prioritat profil prufer programm programme quote quoten rahmenbedingung reaktion realitat referenz
  reichweite reife ressource ressourcen routine ruhe sammlung schatz schicht schichten schlussel schnitt schnittstelle schrank schreiben schuld schwerpunkt schwerpunkte segment sektor selbst sicherheit signal
  situation skala sortiment speicher sponsor sprung stabilitat stadt statistik status storung strategie strecke strecken struktur stuck stucke stuck suche summe szenario szenarien takt tatigkeit
  telefonat teilnehmer teilnehmern tiefe trainer transport transporte trend ubergang ubergabe uberblick ubersicht uhr unterstutzung ursprung variante varianten verantwortliche verantwortlichen verantwortung verbindung verein
  verfugbarkeit verfugung vergleich verhaltnis verkehr vermogen version versionen verwaltung vielfalt vision voraussetzung vorbereitung vorlage vorlagen vorrat vorsprung vorstellung wahl wartung
  weise welt werkzeug werkzeuge werkzeugen wettbewerb wettbewerbs wiederholung wirkung woche wort worte zahlung zeile zeilen zentrale zentrum zufriedenheit zug zuge zulieferer zusammenarbeit zuverlassigkeit zusatz zweifel
  geschaftsfuhrer kommunikation folgendes naheres weiteres programmierschnittstelle ruckfrage ruckfragen fuss fusse fussen zone zonen`
    .split(/\s+/)
    .join('|')})n?$`,
  'u',
);
const DETERMINER =
  /^(?:der|die|das|den|dem|des|ein|eine[mnrs]?|kein|keine[mnrs]?|mein|meine[mnrs]?|ihr|ihre[mnrs]?|unser|unsere[mnrs]?|sein|seine[mnrs]?|dies|diese[mnrs]?|jede[mnrs]?|jene[mnrs]?|alle[mnrs]?|welche[mnrs]?|solche[mnrs]?|im|am|zum|zur|vom|beim|ins|ans|aufs|furs|viele[mnr]?|mehrere[mnr]?|einige[mnr]?|wenige[mnr]?|beide[mnrs]?|manche[mnrs]?|etwas|nichts|deren|dessen|weitere[mnrs]?|andere[mnrs]?|verschiedene[mnrs]?)$/u;
/** "klare Ziele", "von ausgereiften Masken"; never a verb or a particle that only ends so. */
const ADJECTIVE = /^\p{Ll}{3,}(?:e|er|es|em|en)$/u;
const NO_ADJECTIVE =
  /^(?:aber|oder|uber|unter|hinter|immer|wieder|weiter|aller|werde|habe|hatte|wurde|mochte|konnte|sollte|wollte|musste|durfte|ohne|gerne|heute|sowie|wenige|haben|werden|konnen|sollen|wollen|mussen|durfen|wurden|hatten|konnten|sollten|zwischen|neben|gegen|wegen|sondern|liefern|nutzen|bieten|wahlen|kennen|gegenuber|ausser|eher|daher|bisher|nachher|vorher|fruher|spater|lieber)$/u;

/** Nouns that name whom the next word is. */
const ANNOUNCES =
  /^(?:firma|konzern|unternehmen|partner|herr|herrn|frau|kollege|kollegin|kunde|anbieter|hersteller|lieferant|wettbewerber|ansprechpartner|ansprechpartnerin|geschaftsfuhrer)$/u;

/** Whether a capitalised German word is a noun and no name, by its form or by what stands before it. */
export function isGermanNoun(reader: Reader, index: number): boolean {
  const word = reader.word(index).replace(/['’]s?$/u, '');
  const before = reader.tokens[index - 1];
  const behindNoun = before?.type === 'word' && /^\p{Lu}/u.test(before.text) && !isDeterminer(reader.word(index - 1));
  if (behindNoun && ANNOUNCES.test(reader.word(index - 1))) return false;
  if (hasNounForm(word)) return true;
  if (behindNoun) return false;
  // "die einheitliche Sicht": up to two adjectives between them.
  let at = index - 1;
  while (at > index - 3 && ADJECTIVE.test(reader.word(at)) && !isDeterminer(reader.word(at))) at--;
  if (isDeterminer(reader.word(at))) return true;
  return at < index - 1 && !NO_ADJECTIVE.test(reader.word(index - 1)) && /(?:e|er|es|em)$/.test(reader.word(index - 1));
}

function isDeterminer(word: string): boolean {
  return DETERMINER.test(word);
}

export function hasNounForm(word: string): boolean {
  return NOUNS.test(word) || (word.length > 4 && ENDINGS.test(word));
}
