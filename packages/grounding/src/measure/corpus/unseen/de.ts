export const DE = `
# energie | Umzug mit dem Stromvertrag
> Melden Sie Ihren Umzug mindestens 14 Tage vor der Schlüsselübergabe. Lesen Sie am Tag des Auszugs den Zähler ab und übermitteln Sie den Stand im Portal Amberlau. Der Grundpreis beträgt 11,90 € im Monat, der Arbeitspreis 0,31 € je kWh. Verträge mit dem Tarif Brise können nicht in ein anderes Netzgebiet mitgenommen werden. Die Schlussrechnung erhalten Sie innerhalb von 6 Wochen. Ein Sonderkündigungsrecht besteht nur, wenn wir Sie am neuen Ort nicht beliefern können.
- Bitte teilen Sie uns Ihren Umzug spätestens 14 Tage vor der Übergabe der Schlüssel mit.
- Am Tag, an dem Sie ausziehen, lesen Sie bitte den Zähler ab und geben den Stand im Portal Amberlau ein.
- Pro Monat zahlen Sie einen Grundpreis von 11,90 Euro, dazu kommen 0,31 Euro pro kWh.
- Im Tarif Brise ist es leider nicht möglich, den Vertrag in ein anderes Netzgebiet mitzunehmen.
- Ihre Schlussrechnung kommt innerhalb von sechs Wochen.
# streaming | Geräte, Profile und Downloads
> Mit dem Abo Halkyon sehen Sie auf 3 Geräten gleichzeitig. Sie können bis zu 6 Profile anlegen. Heruntergeladene Filme laufen nach 30 Tagen ab. Für 4K benötigen Sie das Paket Kino für 17,99 € monatlich und eine Leitung mit 25 Mbit/s. Kinderprofile zeigen keine Filme ab 16 Jahren. Die Kündigung ist jederzeit möglich und wirkt zum Ende des Abrechnungszeitraums.
- Sie können Halkyon auf drei Geräten zur selben Zeit nutzen.
- Nach 30 Tagen laufen die Filme ab, die Sie heruntergeladen haben.
- Wenn Sie in 4K schauen möchten, brauchen Sie das Paket Kino zum Preis von 17,99 Euro pro Monat.
- In den Kinderprofilen werden Filme ab 16 Jahren nicht gezeigt.
- Sie können jederzeit zum Ende des Abrechnungszeitraums kündigen.
# zahnarzt | Zahnreinigung und Abrechnung
> Die professionelle Zahnreinigung dauert 50 Minuten und kostet 95 Euro. Patienten unter 18 Jahren zahlen 60 Euro. Frau Dr. Okafor behandelt dienstags und freitags, Herr Dr. Lindqvist nimmt Notfälle werktags ab 8:15 Uhr an. Kommen Sie zum ersten Termin bitte 10 Minuten früher. Röntgenbilder anderer Praxen dürfen nicht älter als 12 Monate sein. Mit der Kasse rechnen wir nicht direkt ab.
- Planen Sie für die Zahnreinigung bitte 50 Minuten ein, sie kostet 95 €.
- Wer noch keine 18 Jahre alt ist, zahlt 60 €.
- Notfälle nimmt Dr. Lindqvist an Werktagen ab 8.15 Uhr an.
- Da es Ihr erster Termin ist, bitten wir Sie, zehn Minuten früher da zu sein.
- Eine direkte Abrechnung mit der Kasse ist nicht möglich.
# airline | Gepäck
> Jedes Ticket von Solara enthält ein Handgepäckstück bis 8 kg. Ein Koffer mit 23 kg kostet online 38 € und am Flughafen 55 €. Gepäckstücke über 32 kg werden nicht angenommen. Beschädigtes Gepäck melden Sie am Schalter von Norvik oder innerhalb von 7 Tagen nach dem Flug online. Powerbanks müssen in die Kabine. Fahrräder sind 48 Stunden vor Abflug anzumelden.
- In Ihrem Ticket ist ein Stück Handgepäck mit höchstens 8 kg enthalten.
- Online zahlen Sie für einen Koffer von 23 kg 38 Euro, am Flughafen sind es 55 Euro.
- Gepäck, das mehr als 32 kg wiegt, können wir nicht annehmen.
- Den Schaden an Ihrem Gepäck können Sie bis sieben Tage nach dem Flug online oder am Schalter von Norvik melden.
- Ihr Fahrrad müssen Sie 48 Stunden vor dem Abflug anmelden.
# hochschule | Einschreibung
> Die Einschreibung zum Wintersemester läuft vom 1. August bis 15. September 2026. Laden Sie Ihr Zeugnis und ein Foto im Portal Meridian hoch. Der Semesterbeitrag von 312,40 Euro ist bis zum 20. September zu zahlen. Wer die Frist versäumt, kann sich bis zum 30. September gegen eine Gebühr von 25 Euro nachträglich einschreiben. Ohne B1-Zertifikat ist keine Aufnahme in das Studienkolleg möglich. Der Studierendenausweis wird innerhalb von 3 Wochen nach Zahlung verschickt.
- Vom 1.8. bis zum 15.9.2026 können Sie sich für das Wintersemester einschreiben.
- Bitte überweisen Sie den Semesterbeitrag in Höhe von 312,40 € bis spätestens 20. September.
- Falls Sie die Frist verpassen, ist die Einschreibung für 25 € noch bis 30. September möglich.
- Das Studienkolleg nimmt Sie ohne B1-Zertifikat nicht auf.
- Wir verschicken Ihren Studierendenausweis innerhalb von drei Wochen nach der Zahlung.
# lizenzen | Softwarelizenzen für Unternehmen
> Eine Lizenz von Tarnwerk gilt für einen benannten Nutzer auf 2 Rechnern. Ab 25 Lizenzen gewähren wir 12 % Nachlass. Lizenzen können alle 90 Tage auf einen anderen Nutzer übertragen werden. Der Wartungsvertrag verlängert sich um 12 Monate, wenn er nicht 3 Monate vor Ablauf gekündigt wird. Für Testlizenzen gibt es keinen telefonischen Support. Version 7.4 wird bis zum 30. Juni 2027 gepflegt.
- Mit einer Lizenz darf der benannte Nutzer Tarnwerk auf zwei Rechnern verwenden.
- Wenn Sie 25 oder mehr Lizenzen nehmen, erhalten Sie einen Nachlass von 12 Prozent.
- Sie können eine Lizenz alle 90 Tage auf einen anderen Nutzer übertragen.
- Für Testlizenzen bieten wir keinen Support am Telefon an.
- Die Version 7.4 pflegen wir noch bis zum 30.06.2027.
`;
