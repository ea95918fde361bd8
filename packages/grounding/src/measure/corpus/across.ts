/** English sources that letters in other languages rest on; `@` begins the sentences of a language. */
export const ACROSS = `
# shipping | International delivery
> Delivery to Norway takes 6 to 9 business days and costs €18.50. Batteries cannot be shipped by air. Parcels heavier than 20 kg are delivered by FedEx.
@de
- Die Lieferung nach Norwegen dauert 6 bis 9 Werktage und kostet 18,50 €.
- Pakete über 20 kg werden mit FedEx geliefert.
@fr
- La livraison en Norvège prend 6 à 9 jours ouvrés et coûte 18,50 €.
- Les colis de plus de 20 kg sont livrés par FedEx.
@es
- El envío a Noruega tarda de 6 a 9 días hábiles y cuesta 18,50 €.
@pt
- A entrega na Noruega demora 6 a 9 dias úteis e custa 18,50 €.
@ru
- Доставка в Норвегию занимает от 6 до 9 рабочих дней и стоит 18,50 €.
- Посылки тяжелее 20 кг доставляет FedEx.
# saas | Workspace limits
> The Growth plan costs $49 per month and includes 25 users and 200 GB of storage. The trial lasts 21 days. Questions go to Laura Bennett at growth@tallship.example.
@de
- Der Tarif Growth kostet 49 $ im Monat und enthält 25 Benutzer sowie 200 GB Speicher.
- Die Testphase dauert drei Wochen.
- Ihre Fragen beantwortet Laura Bennett unter growth@tallship.example.
@fr
- La formule Growth coûte 49 $ par mois et comprend 25 utilisateurs.
- La période d'essai dure 21 jours.
@es
- El plan Growth cuesta 49 dólares al mes e incluye 25 usuarios y 200 GB de almacenamiento.
- La prueba dura 21 días.
@pt
- O plano Growth custa 49 dólares por mês e inclui 25 usuários.
- A avaliação dura três semanas.
@ru
- Тариф Growth стоит 49 долларов в месяц и включает 25 пользователей.
- Пробный период длится 21 день.
# hotel | Arrival
> Check-in is possible from 2 pm until 10 pm on any day. The city tax is 3 euros per night. The hotel is closed from 10 January 2026 to 15 February 2026.
@de
- Einchecken ist von 14 bis 22 Uhr möglich.
- Das Hotel ist vom 10. Januar 2026 bis 15. Februar 2026 geschlossen.
@fr
- L'hôtel est fermé du 10 janvier 2026 au 15 février 2026.
- La taxe de séjour est de 3 € par nuit.
@es
- El hotel está cerrado del 10 de enero de 2026 al 15 de febrero de 2026.
- La tasa turística es de 3 euros por noche.
@pt
- O hotel está fechado de 10 de janeiro de 2026 a 15 de fevereiro de 2026.
@ru
- Отель закрыт с 10 января 2026 года по 15 февраля 2026 года.
- Городской сбор составляет 3 евро за ночь.
`;
