export const DE = `
# bankkarte | Karte verloren
> Sperren Sie eine verlorene Karte in der Fernau-App unter Karten oder rund um die Uhr telefonisch. Die Ersatzkarte kommt innerhalb von 6 Bankarbeitstagen und kostet 9 €. Für Zahlungen vor der Sperre haften Sie bis höchstens 50 €. Betrug müssen Sie innerhalb von 13 Monaten melden. Abgelaufene Karten werden kostenlos ersetzt.
- Bitte sperren Sie die Karte gleich in der App von Fernau.
- Ihre Ersatzkarte erhalten Sie in spätestens sechs Bankarbeitstagen.
- Die neue Karte kostet 9 Euro.
- Für Zahlungen vor der Sperre haften Sie mit höchstens 50 EUR.
- Einen Betrug müssen Sie uns innerhalb von 13 Monaten melden.
# buergeramt | Personalausweis
> Den Personalausweis beantragen Sie im Bürgeramt in der Lindhorster Straße, montags bis donnerstags von 8:30 bis 16:00 Uhr. Die Gebühr beträgt 37 €, unter 24 Jahren 22,80 €. Ein biometrisches Foto muss mitgebracht werden. Ein Versand per Post ist nicht möglich. Die Herstellung dauert etwa 3 Wochen.
- Den Ausweis können Sie im Bürgeramt in der Lindhorster Straße beantragen.
- Wir haben montags bis donnerstags zwischen 8:30 und 16 Uhr geöffnet.
- Die Gebühr liegt bei 37 Euro.
- Sie müssen ein biometrisches Foto mitbringen.
- Per Post können wir den Ausweis leider nicht verschicken.
- Bis der Ausweis fertig ist, vergehen ungefähr drei Wochen.
# sicherung | Dateien wiederherstellen
> Gelöschte Dateien bleiben 45 Tage im Archiv. Nur Inhaber können Dateien anderer Mitglieder wiederherstellen. Nach der Schließung eines Bereichs ist keine Wiederherstellung möglich. Dateien über 20 GB müssen mit dem Programm Werdo wiederhergestellt werden. Windows 8 wird seit dem 31. März 2026 nicht mehr unterstützt.
- Dateien, die Sie gelöscht haben, bleiben 45 Tage lang im Archiv.
- Dateien anderer Mitglieder kann nur der Inhaber wiederherstellen.
- Für Dateien, die größer als 20 GB sind, müssen Sie Werdo verwenden.
- Windows 8 unterstützen wir seit dem 31. März 2026 nicht mehr.
# praxis | Termine
> Termine können bis 24 Stunden vorher verlegt werden. Versäumte Termine werden mit 40 € berechnet. Blut wird zwischen 7:00 und 9:30 Uhr abgenommen; bitte essen Sie 8 Stunden vorher nichts. Die Ergebnisse stehen nach 2 Tagen im Portal Salvia. Frau Dr. Moreno behandelt keine Kinder.
- Sie können Ihren Termin bis 24 Stunden vorher verlegen.
- Wenn Sie einen Termin versäumen, berechnen wir 40 Euro.
- Die Ergebnisse finden Sie nach zwei Tagen im Portal Salvia.
- Frau Dr. Moreno behandelt leider keine Kinder.
# faehre | Fahrzeuge an Bord
> Autos bis 5 Meter kosten auf der Linie nach Larnholm 84 € je Strecke, Motorräder 29 €. Der Check-in schließt 45 Minuten vor der Abfahrt. Gasflaschen sind auf dem Autodeck nicht erlaubt. Hunde müssen einen Maulkorb tragen. Der Spartarif kann nicht erstattet werden.
- Auf der Linie nach Larnholm kostet ein Auto bis 5 Meter 84 Euro je Strecke.
- Der Check-in schließt 45 Minuten vor Abfahrt.
- Gasflaschen dürfen auf dem Autodeck nicht mitgenommen werden.
- Ihr Hund muss einen Maulkorb tragen.
- Den Spartarif können wir nicht erstatten.
`;
