import type { Topic } from './topic.ts';

export const DE: readonly Topic[] = [
  {
    id: 'refund',
    language: 'de',
    draft: `Vielen Dank für Ihre Nachricht. Ihre Rücksendung ist am 4. März in unserem Lager angekommen. Wir haben die Erstattung von 49,90 EUR auf die Karte überwiesen, mit der Sie bezahlt haben. Banken brauchen meist 5 Werktage, bis der Betrag auf Ihrem Konto erscheint. Eine Rücksendegebühr haben wir nicht berechnet. Den Stand können Sie unter https://shop.example/returns verfolgen.`,
    own: [
      `Ich habe gerade in Ihre Bestellung geschaut. Das Paket liegt seit dem 4. März wieder bei uns, deshalb habe ich die 49,90 EUR auf Ihre Kreditkarte ausgezahlt. Geben Sie Ihrer Bank bitte etwa 5 Werktage Zeit. Sollte bis dahin nichts da sein, schreiben Sie mir kurz und ich frage selbst beim Zahlungsanbieter nach.`,
      `Gute Nachrichten: Das Geld ist unterwegs! Die Buchhaltung hat heute früh 49,90 EUR freigegeben, nachdem das Lager Ihre Schuhe geprüft hatte. Je nach Bank sehen Sie es erst am Dienstag.`,
    ],
    macro: `Gern bestätigen wir, dass Ihre Erstattung bearbeitet wurde. Erstattungen erfolgen über die ursprüngliche Zahlungsart und können bis zu zehn Tage dauern. Näheres zu Retouren steht in unserem Hilfebereich. Bitte bewerten Sie unseren Service über den Link unten.`,
    tone: `Herzlichen Dank, dass Sie uns geschrieben haben! Ihre Rücksendung ist am 4. März bei uns im Lager angekommen, und die Erstattung von 49,90 EUR haben wir bereits auf die Karte überwiesen, mit der Sie bezahlt haben. Meist brauchen Banken 5 Werktage, bis der Betrag auf Ihrem Konto zu sehen ist. Eine Rücksendegebühr haben wir Ihnen natürlich nicht berechnet. Den Stand sehen Sie jederzeit unter https://shop.example/returns.`,
    small: [
      ['Vielen Dank', 'Besten Dank'],
      ['meist', 'in der Regel'],
    ],
    facts: [
      ['49,90 EUR', '44,90 EUR'],
      ['5 Werktage', '10 Werktage'],
      ['haben wir nicht berechnet', 'haben wir berechnet'],
    ],
    extra: 'Als Entschuldigung für die Wartezeit lege ich Ihrer nächsten Bestellung einen Gutschein bei.',
  },
  {
    id: 'delivery',
    language: 'de',
    draft: `Es tut mir leid, dass Ihr Paket verspätet ist. Die Bestellung 58213 hat unser Lager am 12. Mai verlassen und ist jetzt beim Zusteller Nordpost. Der Zusteller plant die Lieferung für den 16. Mai zwischen 9:00 und 12:00 Uhr. Die Lieferadresse können Sie bis zum Vorabend in der App von Nordpost ändern. Ist das Paket bis zum 18. Mai nicht angekommen, senden wir Ihnen kostenlos Ersatz.`,
    own: [
      `Ich habe bei Nordpost nachgefragt: Die Bestellung 58213 hing dort im Depot fest und kommt am 16. Mai vormittags. Falls Sie nicht da sind, sagen Sie dem Fahrer über die App, wo er sie ablegen soll. Und wenn sie doch verloren geht, schreiben Sie mir, dann bekommen Sie von uns eine neue ohne Kosten.`,
      `Entschuldigen Sie den Ärger mit der Bestellung 58213. Beim Zusteller wurde diese Woche gestreikt, daher ging nichts voran. Man hat mir die Lieferung für Freitagvormittag zugesagt.`,
    ],
    macro: `Danke für Ihre Anfrage zur Lieferung. Pakete erreichen Sie normalerweise innerhalb von drei bis fünf Arbeitstagen. Den Link zur Sendungsverfolgung finden Sie in Ihrer Bestätigungsmail. In Aktionszeiten kann es einige Tage länger dauern.`,
    tone: `Es tut mir wirklich sehr leid, dass Ihr Paket so verspätet ist! Ihre Bestellung 58213 hat unser Lager am 12. Mai verlassen und liegt jetzt beim Zusteller Nordpost. Dort plant man die Lieferung für den 16. Mai zwischen 9:00 und 12:00 Uhr ein. Bis zum Vorabend können Sie die Lieferadresse noch in der App von Nordpost ändern. Und falls das Paket bis zum 18. Mai nicht angekommen ist, senden wir Ihnen selbstverständlich kostenlos Ersatz.`,
    small: [
      ['Es tut mir leid', 'Wir bedauern'],
      ['ist jetzt', 'ist nun'],
    ],
    facts: [
      ['16. Mai', '19. Mai'],
      ['18. Mai', '28. Mai'],
      ['58213', '58231'],
    ],
    extra: 'Außerdem habe ich den Zusteller gebeten, Sie vor der Lieferung anzurufen.',
  },
  {
    id: 'password',
    language: 'de',
    draft: `Um Ihr Passwort zurückzusetzen, öffnen Sie https://app.example/login und klicken Sie auf "Passwort vergessen". Geben Sie die E-Mail-Adresse Ihres Kontos ein, dann senden wir Ihnen einen Link. Der Link gilt 30 Minuten und funktioniert nur einmal. Kommt keine Mail an, sehen Sie bitte im Spam-Ordner nach. Nach drei falschen Versuchen wird das Konto für eine Stunde gesperrt.`,
    own: [
      `Ihr Konto war anscheinend nach drei falschen Versuchen gesperrt, deshalb ging die Mail zum Zurücksetzen nicht raus. Ich habe die Sperre aufgehoben. Gehen Sie bitte noch einmal auf https://app.example/login, nutzen Sie "Passwort vergessen" und vergeben Sie innerhalb von 30 Minuten ein neues. Schauen Sie auch in den Spam-Ordner, falls Sie nichts finden.`,
      `Mit welcher Adresse haben Sie sich angemeldet? Unter dieser hier finde ich kein Konto. Es gibt eines mit gleichem Namen, aber anderer Domain. Sagen Sie mir, ob das Ihres ist, dann stoße ich die Mail von hier aus an.`,
    ],
    macro: `Ihr Passwort ändern Sie jederzeit im Profil unter Sicherheit. Zu Ihrem Schutz fragen wir nie per E-Mail oder Telefon nach Passwörtern. Wenn Ihre Firma eine zentrale Anmeldung nutzt, wenden Sie sich an Ihre Administration.`,
    tone: `Kein Problem, das Passwort ist schnell zurückgesetzt! Öffnen Sie einfach https://app.example/login und klicken Sie dort auf "Passwort vergessen". Sobald Sie die E-Mail-Adresse Ihres Kontos eingeben, senden wir Ihnen einen Link. Dieser Link gilt 30 Minuten und funktioniert nur einmal. Falls keine Mail ankommt, sehen Sie doch bitte auch im Spam-Ordner nach. Noch ein Hinweis: Nach drei falschen Versuchen wird das Konto für eine Stunde gesperrt.`,
    small: [
      ['sehen Sie bitte', 'schauen Sie bitte'],
      ['dann senden wir', 'dann schicken wir'],
    ],
    facts: [
      ['30 Minuten', '15 Minuten'],
      ['https://app.example/login', 'https://id.example/login'],
      ['Nach drei', 'Nach fünf'],
    ],
    extra: 'Ich habe Ihnen eben selbst einen solchen Link geschickt, schauen Sie also bitte in Ihr Postfach.',
  },
  {
    id: 'invoice',
    language: 'de',
    draft: `Ihre Rechnung für April hängt an dieser Nachricht. Sie zeigt 120,00 EUR für den Tarif Team und 22,80 EUR Mehrwertsteuer. Die Rechnungsadresse haben wir auf Ihr neues Büro geändert. Alle Rechnungen können Sie unter Einstellungen, Abrechnung herunterladen. Zahlung per Überweisung ist nur bei Jahrestarifen möglich. Bereits bezahlte Rechnungen können nicht mehr geändert werden.`,
    own: [
      `Die Anschrift habe ich korrigiert und die Aprilrechnung neu erstellt, Sie finden sie im Anhang. Für den Tarif Team sind das wie bisher 120,00 EUR plus Steuer. Ab jetzt steht überall das neue Büro drauf, und ältere Belege liegen in den Abrechnungseinstellungen bereit.`,
      `Da diese schon beglichen ist, kommt unsere Buchhaltung nicht mehr heran. Was geht: Wir stellen eine Gutschrift aus und berechnen neu. Wäre das für Ihre Steuerberatung in Ordnung?`,
    ],
    macro: `Alle Rechnungen gehen am Monatsersten per E-Mail an den Rechnungskontakt. Brauchen Sie eine Kopie, fragen Sie den Inhaber Ihres Arbeitsbereichs. Fragen zu Steuern beantwortet Ihr Finanzamt.`,
    tone: `Das erledigen wir gern! Im Anhang dieser Nachricht finden Sie Ihre Rechnung für April: Sie zeigt 120,00 EUR für den Tarif Team und 22,80 EUR Mehrwertsteuer. Die Rechnungsadresse haben wir ebenfalls auf Ihr neues Büro geändert. Unter Einstellungen, Abrechnung können Sie jederzeit alle Rechnungen herunterladen. Bitte beachten Sie, dass die Zahlung per Überweisung nur bei Jahrestarifen möglich ist. Bereits bezahlte Rechnungen können leider nicht mehr geändert werden.`,
    small: [
      ['hängt an', 'liegt bei'],
      ['Bereits bezahlte', 'Schon bezahlte'],
    ],
    facts: [
      ['120,00 EUR', '140,00 EUR'],
      ['22,80 EUR', '26,80 EUR'],
      ['können nicht mehr geändert werden', 'können geändert werden'],
    ],
    extra: 'Die Gutschrift für März folgt in einer zweiten Nachricht.',
  },
  {
    id: 'cancel',
    language: 'de',
    draft: `Sie können Ihr Abo jederzeit unter Konto, Abo kündigen. Die Kündigung wird zum Ende des bezahlten Zeitraums wirksam, bei Ihnen am 30. Juni. Bis dahin können Sie alle Funktionen wie bisher nutzen. Angefangene Monate erstatten wir nicht. Ihre Daten bleiben 90 Tage gespeichert und werden dann gelöscht. Kommen Sie in dieser Zeit zurück, ist alles so, wie Sie es verlassen haben.`,
    own: [
      `Schade, dass Sie gehen! Ich habe die Kündigung zum 30. Juni vorgemerkt, in Ihrem Konto müssen Sie nichts weiter tun. Laden Sie bitte vorher Ihre Projekte herunter, denn 90 Tage später löschen wir sie. Eine Erstattung für Juni ist leider nicht drin.`,
      `Darf ich fragen, woran es liegt? Geht es um den Preis, dann gibt es seit letzter Woche einen kleineren Tarif, der für zwei Personen reichen könnte. Sonst schließe ich das Konto heute für Sie.`,
    ],
    macro: `Danke, dass Sie unseren Dienst nutzen. Kündigungen nehmen Sie im Kontobereich vor. Sehen Sie sich vorher unseren kostenlosen Tarif an, mit dem Ihre Projekte ohne Kosten erhalten bleiben. Fristen stehen in unseren Bedingungen.`,
    tone: `Schade, dass Sie uns verlassen möchten. Ihr Abo können Sie ganz einfach jederzeit unter Konto, Abo kündigen. Wirksam wird die Kündigung zum Ende des bezahlten Zeitraums, also bei Ihnen am 30. Juni. Selbstverständlich können Sie bis dahin alle Funktionen wie bisher nutzen. Bitte haben Sie Verständnis, dass wir angefangene Monate nicht erstatten. Ihre Daten bleiben noch 90 Tage gespeichert und werden danach gelöscht. Falls Sie in dieser Zeit zurückkommen, ist alles so, wie Sie es verlassen haben.`,
    small: [
      ['wie bisher', 'wie gewohnt'],
      ['und werden dann', 'und werden danach'],
    ],
    facts: [
      ['30. Juni', '31. Juli'],
      ['90 Tage', '30 Tage'],
      ['erstatten wir nicht', 'erstatten wir'],
    ],
    extra: 'Verraten Sie uns in ein, zwei Worten, warum Sie gehen?',
  },
  {
    id: 'warranty',
    language: 'de',
    draft: `Es tut mir leid, dass Ihre Kaffeemaschine undicht ist. Das Modell Brava 200 hat eine Garantie von 24 Monaten, und Ihre läuft bis zum 9. Oktober. Senden Sie uns bitte ein Foto des Typenschilds und Ihren Kaufbeleg. Danach schicken wir Ihnen ein bezahltes Etikett für die Rücksendung. Eine Reparatur dauert etwa 7 Tage. Bitte leeren Sie den Wassertank, bevor Sie die Maschine verpacken.`,
    own: [
      `Das darf nach einem Jahr nicht passieren! Für Ihre Brava 200 gilt noch die Garantie, die Reparatur kostet Sie also nichts. Ich brauche zwei Bilder, Beleg und Aufkleber an der Unterseite, und noch am selben Tag haben Sie den Rücksendeschein im Postfach. Rechnen Sie mit ungefähr einer Woche.`,
      `Solche Lecks kommen fast immer von der Dichtung hinter dem Tank. Eine neue ist an Sie unterwegs, einsetzen lässt sie sich ohne Werkzeug, ein kurzer Film zeigt wie. Tropft es danach noch, nehmen wir die Maschine zurück.`,
    ],
    macro: `Für Garantiefälle füllen Sie bitte das Formular auf unserer Serviceseite aus und fügen den Kaufnachweis bei. Unsere Werkstatt meldet sich. Schäden durch Kalk oder unsachgemäßen Gebrauch sind ausgeschlossen.`,
    tone: `Oje, das tut mir sehr leid, dass Ihre Kaffeemaschine undicht ist! Zum Glück hat das Modell Brava 200 eine Garantie von 24 Monaten, und Ihre läuft noch bis zum 9. Oktober. Könnten Sie uns bitte ein Foto des Typenschilds und Ihren Kaufbeleg senden? Von uns bekommen Sie danach ein bezahltes Etikett für die Rücksendung. Die Reparatur dauert dann etwa 7 Tage. Und bitte leeren Sie den Wassertank, bevor Sie die Maschine einpacken.`,
    small: [
      ['Danach schicken', 'Dann schicken'],
      ['Eine Reparatur', 'Die Reparatur'],
    ],
    facts: [
      ['24 Monaten', '12 Monaten'],
      ['9. Oktober', '19. Oktober'],
      ['etwa 7 Tage', 'etwa 14 Tage'],
    ],
    extra: 'Die Filterpatrone können Sie behalten, wir brauchen sie nicht.',
  },
  {
    id: 'sync',
    language: 'de',
    draft: `Die App hat nicht synchronisiert, weil Version 4.2 einen Fehler mit großen Ordnern hat. Wir haben ihn in Version 4.3 behoben, die am 2. Februar erschienen ist. Bitte installieren Sie das Update und melden Sie sich neu an. Ihre Dateien sind sicher, und es wurde nichts gelöscht. Die erste Synchronisierung kann bis zu 2 Stunden dauern. Erscheint der Fehler E-117 wieder, senden Sie uns bitte das Protokoll aus Hilfe, Diagnose.`,
    own: [
      `Das ist ein bekanntes Problem der 4.2, wenn sehr viele Dateien in einem Ordner liegen. Aktualisieren Sie bitte auf 4.3, melden Sie sich einmal ab und wieder an und lassen Sie den Rechner ein, zwei Stunden an. Verloren ist nichts, alles liegt auf unserem Server. Sollte E-117 zurückkommen, bräuchte ich die Protokolldatei aus dem Diagnosemenü.`,
      `Ich habe in Ihr Konto geschaut und sehe, dass der Speicher voll ist, deswegen geht nichts Neues hoch. Entweder leeren Sie den Papierkorb, oder ich gebe Ihnen für einen Monat 10 GB dazu, damit Sie aufräumen können.`,
    ],
    macro: `Wenn die App nicht synchronisiert, prüfen Sie bitte die Internetverbindung und starten Sie das Gerät neu. Achten Sie auf ausreichend freien Speicher. Bekannte Störungen stehen auf unserer Statusseite.`,
    tone: `Entschuldigen Sie die Umstände! Die App hat nicht synchronisiert, weil Version 4.2 leider einen Fehler mit großen Ordnern hat. In Version 4.3, die am 2. Februar erschienen ist, haben wir ihn behoben. Installieren Sie also bitte das Update und melden Sie sich danach neu an. Keine Sorge: Ihre Dateien sind sicher, es wurde nichts gelöscht. Bis zu 2 Stunden kann die erste Synchronisierung dauern. Falls der Fehler E-117 wieder erscheint, senden Sie uns einfach das Protokoll aus Hilfe, Diagnose.`,
    small: [
      ['behoben', 'beseitigt'],
      ['neu an', 'erneut an'],
    ],
    facts: [
      ['2 Stunden', '6 Stunden'],
      ['Version 4.3', 'Version 4.5'],
      ['E-117', 'E-171'],
    ],
    extra: 'Auf Macs muss man die Erweiterung in den Systemeinstellungen noch einmal erlauben.',
  },
  {
    id: 'booking',
    language: 'de',
    draft: `Ihre Buchung für den 21. August wurde auf den 23. August um 15:30 Uhr verlegt. Bringen Sie Ihre Bestätigung mit, auf Papier oder auf dem Handy. Kinder unter 6 Jahren haben freien Eintritt. Der Eingang ist in der Hafenstrasse 12, und der Parkplatz daneben kostet 4 EUR am Tag. Eine Buchung können Sie einmal ohne Gebühr verlegen, bis 48 Stunden vorher. Hunde sind im Gebäude nicht erlaubt.`,
    own: [
      `Erledigt, ich habe Sie auf den 23. August, 15:30 Uhr umgebucht. Ihr Kleines ist unter sechs und braucht keine Karte. Parken können Sie direkt neben dem Eingang in der Hafenstrasse, 4 EUR für den ganzen Tag. Der Hund muss leider zu Hause bleiben.`,
      `Am 23. ist nachmittags leider alles ausgebucht. Anbieten könnte ich Ihnen zehn Uhr am selben Tag oder den 25. zu jeder Zeit. Geben Sie mir Bescheid, was Ihrer Familie besser passt?`,
    ],
    macro: `Tickets lassen sich bis zwei Tage vor dem Besuch im Buchungsbereich umbuchen. Öffnungszeiten und Anfahrt stehen auf unserer Website. Gruppen ab zehn Personen wenden sich bitte an unseren Gruppenservice.`,
    tone: `Gute Nachrichten! Wir haben Ihre Buchung für den 21. August auf den 23. August um 15:30 Uhr verlegt. Bitte bringen Sie Ihre Bestätigung mit, gern auf Papier oder auf dem Handy. Freien Eintritt haben Kinder unter 6 Jahren. Den Eingang finden Sie in der Hafenstrasse 12, und der Parkplatz daneben kostet nur 4 EUR am Tag. Bis 48 Stunden vorher können Sie eine Buchung einmal ohne Gebühr verlegen. Hunde sind im Gebäude leider nicht erlaubt.`,
    small: [
      ['Handy', 'Telefon'],
      ['Bringen Sie', 'Bitte bringen Sie'],
    ],
    facts: [
      ['15:30', '13:30'],
      ['4 EUR', '9 EUR'],
      ['nicht erlaubt', 'erlaubt'],
    ],
    extra: 'Das Café im zweiten Stock ist an diesem Tag geschlossen.',
  },
];
