export const DE = `
# shipping | Versand
> Der Versand innerhalb Deutschlands dauert 2 bis 4 Werktage und kostet 5,90 €. Ab einem Bestellwert von 75 € liefern wir versandkostenfrei. Pakete werden mit Hermes verschickt.
- Innerhalb Deutschlands ist Ihre Bestellung in zwei bis vier Arbeitstagen bei Ihnen.
- Die Versandkosten betragen 5,90 EUR.
- Wir verschicken unsere Pakete mit Hermes.
# shipping | Lieferung nach Österreich
> Lieferungen nach Österreich kosten 12,50 € und dauern 5 bis 7 Werktage. Möbel können nicht nach Österreich geliefert werden. Zollgebühren fallen nicht an.
- Für Lieferungen nach Österreich berechnen wir 12,50 Euro, die Lieferzeit beträgt 5–7 Arbeitstage.
- Möbel liefern wir leider nicht nach Österreich.
- Es fallen keine Zollgebühren an.
# returns | Rückgabe
> Sie können ungetragene Artikel innerhalb von 30 Tagen nach Erhalt zurückgeben. Hygieneartikel sind vom Umtausch ausgeschlossen. Die Erstattung erfolgt innerhalb von 10 Tagen auf das ursprüngliche Zahlungsmittel.
- Ungetragene Artikel können Sie 30 Tage nach Erhalt zurückschicken.
- Hygieneartikel können nicht umgetauscht werden.
- Das Geld erstatten wir innerhalb von zehn Tagen auf das ursprüngliche Zahlungsmittel.
# billing | Rechnungen
> Rechnungen werden am 5. jedes Monats erstellt und sind innerhalb von 14 Tagen zu bezahlen. Bei Zahlungsverzug wird eine Mahngebühr von 7,50 € fällig. Ratenzahlung ist nicht möglich.
- Ihre Rechnung muss innerhalb von zwei Wochen bezahlt werden.
- Wenn Sie verspätet zahlen, fällt eine Mahngebühr in Höhe von 7,50 Euro an.
- Eine Ratenzahlung bieten wir nicht an.
# saas | Tarife
> Der Tarif Basis kostet 9 € pro Monat und enthält 3 Benutzer. Der Tarif Profi kostet 29 € pro Monat und enthält 15 Benutzer. Eine Kündigung ist jederzeit zum Monatsende möglich.
- Im Tarif Basis sind drei Benutzer enthalten, er kostet monatlich 9 €.
- Der Profi-Tarif umfasst 15 Benutzer.
- Sie können jederzeit zum Ende des Monats kündigen.
# saas | Datensicherung
> Sicherungen werden täglich um 2:00 Uhr erstellt und 35 Tage lang aufbewahrt. Gelöschte Projekte können nur durch den Administrator wiederhergestellt werden. Die Server stehen in Frankfurt.
- Jeden Tag um 2 Uhr wird eine Sicherung angelegt.
- Die Sicherungen bewahren wir 35 Tage auf.
- Unsere Server befinden sich in Frankfurt.
# travel | Stornierung
> Buchungen können bis 14 Tage vor Anreise kostenlos storniert werden. Danach werden 80 % des Reisepreises berechnet. Bei Nichtanreise erfolgt keine Erstattung.
- Bis 14 Tage vor der Anreise ist die Stornierung kostenlos.
- Bei einer späteren Stornierung berechnen wir 80 Prozent des Reisepreises.
- Reisen Sie nicht an, erhalten Sie keine Erstattung.
# hotel | Anreise
> Der Check-in ist ab 14:00 Uhr möglich, der Check-out bis 10:30 Uhr. Haustiere sind nicht gestattet. Der Parkplatz kostet 8 € pro Nacht.
- Einchecken können Sie ab 14 Uhr.
- Haustiere dürfen leider nicht mitgebracht werden.
- Für den Parkplatz berechnen wir 8 Euro pro Nacht.
# insurance | Zahnersatz
> Zahnersatz wird zu 70 % erstattet, höchstens jedoch bis 1.500 € pro Jahr. Kosmetische Behandlungen sind nicht versichert. Der Heil- und Kostenplan muss vor Beginn der Behandlung eingereicht werden.
- Wir erstatten 70 Prozent der Kosten für Zahnersatz, maximal 1500 EUR im Jahr.
- Kosmetische Behandlungen sind vom Versicherungsschutz ausgenommen.
- Den Heil- und Kostenplan müssen Sie vor Behandlungsbeginn einreichen.
# insurance | Kündigung der Police
> Die Police kann mit einer Frist von 3 Monaten zum Jahresende gekündigt werden. Die Kündigung muss schriftlich erfolgen. Bereits gezahlte Beiträge werden nicht erstattet.
- Die Kündigungsfrist für Ihre Police beträgt drei Monate zum Jahresende.
- Bitte kündigen Sie schriftlich.
- Schon gezahlte Beiträge können wir nicht erstatten.
# telecom | Rufnummernmitnahme
> Die Mitnahme Ihrer Rufnummer kostet 6,82 € und dauert höchstens 8 Tage. Der Antrag muss spätestens 30 Tage nach Vertragsende gestellt werden. Prepaid-Guthaben wird nicht übertragen.
- Für die Rufnummernmitnahme fallen 6,82 Euro an.
- Stellen Sie den Antrag bitte spätestens 30 Tage nach Ende des Vertrags.
- Ihr Prepaid-Guthaben können wir nicht übertragen.
# telecom | Störung
> Störungen melden Sie unter 0800 330 1000 oder an stoerung@nordnetz.example. Ein Techniker kommt innerhalb von 48 Stunden. Der Einsatz ist kostenlos, sofern der Fehler nicht beim Kunden liegt.
- Bitte melden Sie die Störung unter 0800 330 1000 oder per Mail an stoerung@nordnetz.example.
- Innerhalb von 48 Stunden kommt ein Techniker zu Ihnen.
# bank | Überweisungen
> Überweisungen, die bis 15:30 Uhr eingehen, werden am selben Tag ausgeführt. Das Tageslimit beträgt 5.000 €. Auslandsüberweisungen kosten 0,3 % des Betrags.
- Wenn Ihre Überweisung bis 15:30 Uhr bei uns ist, führen wir sie noch am selben Tag aus.
- Pro Tag können Sie höchstens 5.000 Euro überweisen.
- Überweisungen ins Ausland kosten 0,3 Prozent.
# hardware | Garantie
> Auf die Kaffeemaschine Brava 200 geben wir 5 Jahre Garantie. Verschleißteile sind von der Garantie ausgeschlossen. Reparaturen dauern in der Regel 2 Wochen.
- Für die Brava 200 gilt eine Garantie von fünf Jahren.
- Verschleißteile fallen nicht unter die Garantie.
- Eine Reparatur dauert normalerweise 14 Tage.
# event | Messe
> Die Messe findet vom 4. bis 7. Oktober 2025 in Leipzig statt. Tageskarten kosten 22 €, Schüler zahlen 11 €. Die Karten sind nicht übertragbar.
- Die Messe endet am 7. Oktober 2025.
- Eine Tageskarte kostet 22 Euro.
- Eintrittskarten können nicht übertragen werden.
# support | Erreichbarkeit
> Unser Kundenservice ist Montag bis Freitag von 8:00 bis 20:00 Uhr erreichbar. Am Wochenende ist geschlossen. Ihre Ansprechpartnerin für Geschäftskunden ist Frau Brandner.
- Montag bis Freitag erreichen Sie uns zwischen 8 und 20 Uhr.
- Am Wochenende haben wir geschlossen.
- Geschäftskunden wenden sich bitte an Frau Brandner.
# account | Passwort
> Das neue Passwort muss mindestens 12 Zeichen lang sein. Der Link zum Zurücksetzen ist 60 Minuten gültig. Nach 5 Fehlversuchen wird das Konto für 24 Stunden gesperrt.
- Ihr neues Passwort braucht mindestens zwölf Zeichen.
- Der Link zum Zurücksetzen des Passworts gilt eine Stunde.
- Wer das Passwort fünfmal falsch eingibt, wird für 24 Stunden gesperrt.
# education | Sprachkurs
> Der Sprachkurs beginnt am 15. September und umfasst 40 Unterrichtsstunden. Die Kursgebühr beträgt 280 €. Bücher sind nicht im Preis enthalten.
- Los geht es mit dem Sprachkurs am 15. September.
- Der Kurs umfasst 40 Stunden Unterricht und kostet 280 Euro.
- Die Bücher sind im Preis nicht inbegriffen.
`;
