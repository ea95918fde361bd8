/** Two topics in each language, written once the check was mended by the unseen corpus, and committed before the first run. */
export const LATER: Readonly<Record<string, string>> = {
  en: `
# carrental | Picking up a rental car
> The main driver must be at least 23 years old and have held a licence for 2 years. A deposit of 600 USD is blocked on a credit card; debit cards are not accepted. The Tamarind desk opens at 6:30. Cars have to be returned with a full tank, otherwise we charge 35 USD. An additional driver costs 9 USD per day. Crossing the border to Canada requires a permit.
- The main driver has to be 23 or older and must have had a licence for two years.
- We block a deposit of $600 on your credit card when you pick up the car.
- Unfortunately, debit cards cannot be used for the deposit.
- If the tank isn't full when you bring the car back, there is a charge of 35 dollars.
- Each additional driver adds 9 USD a day.
# museum | Visiting with a school class
> School classes pay 4 EUR per pupil; two teachers enter free. Guided tours last 75 minutes and must be booked 3 weeks in advance. The Corvina Hall is closed until 12 April 2027. Lunch boxes may be eaten in the courtyard only. The museum does not open on Mondays.
- For a school class the entrance is €4 per pupil, and two teachers come in free of charge.
- A guided tour takes 75 minutes.
- Please book your tour at least three weeks before you come.
- The Corvina Hall won't be open until 12 April 2027.
- We are closed on Mondays.
`,
  de: `
# carsharing | Fahrzeuge und Schäden
> Die Anmeldung kostet einmalig 19 €. Eine Stunde im Kleinwagen kostet 3,40 €, dazu kommen 0,28 € je Kilometer. Ein Schaden ist vor Fahrtbeginn in der App Rollo zu melden. Die Selbstbeteiligung beträgt 1.000 €. Das Auto darf nicht im Ausland gefahren werden. Wer später als 15 Minuten zurückkommt, zahlt 10 €.
- Für die Anmeldung berechnen wir einmalig 19 Euro.
- Der Kleinwagen kostet pro Stunde 3,40 Euro und pro Kilometer 0,28 Euro.
- Im Schadensfall liegt Ihre Selbstbeteiligung bei 1000 Euro.
- Fahrten ins Ausland sind mit dem Auto nicht erlaubt.
- Bei einer Verspätung von mehr als 15 Minuten fallen 10 Euro an.
# bibliothek | Ausleihe
> Bücher können Sie 4 Wochen behalten und zweimal verlängern, Filme nur 7 Tage. Für jede Woche Verspätung fallen 1,50 € an. Der Ausweis ist ein Jahr gültig und kostet 24 €. Vorgemerkte Medien liegen 10 Tage in der Zweigstelle Ostertor bereit. Zeitschriften werden nicht verliehen.
- Bücher dürfen Sie vier Wochen lang behalten.
- Filme müssen Sie nach sieben Tagen zurückgeben.
- Der Ausweis gilt zwölf Monate und kostet 24 Euro.
- Was Sie vorgemerkt haben, liegt zehn Tage lang in der Zweigstelle Ostertor für Sie bereit.
- Zeitschriften kann man leider nicht ausleihen.
`,
  fr: `
# salle | Abonnement à la salle de sport
> L'abonnement coûte 29,90 € par mois, avec 39 € de frais d'inscription. La salle est ouverte de 6 h à 23 h. Vous pouvez mettre l'abonnement en pause 2 mois par an. La résiliation demande un préavis de 30 jours. Les serviettes ne sont pas fournies. Le coach Lemercier donne un cours le jeudi.
- Vous payez 29,90 euros chaque mois, plus 39 euros de frais d'inscription.
- La salle vous accueille de 6h à 23h.
- Il est possible de suspendre l'abonnement deux mois par an.
- Pour résilier, respectez un préavis de 30 jours.
- Nous ne fournissons pas de serviettes.
# piscine | Cours de natation
> Les cours durent 45 minutes et commencent le 8 septembre 2026. Le trimestre coûte 126 €. Les enfants doivent avoir 6 ans révolus. Le bonnet est obligatoire. Une séance manquée ne peut pas être rattrapée. Le bassin Colibri est fermé en août.
- Chaque cours dure quarante-cinq minutes.
- Les cours débutent le 8 septembre 2026.
- Un trimestre revient à 126 euros.
- Le port du bonnet est obligatoire.
- Il n'est pas possible de rattraper une séance manquée.
`,
  es: `
# esquí | Forfait de esquí
> El forfait de un día cuesta 47 € y el de seis días 238 €. Los menores de 6 años esquían gratis. Si pierde el forfait, la tarjeta nueva cuesta 5 €. El telesilla Águila abre a las 8:45. El forfait no se puede ceder a otra persona. La temporada termina el 11 de abril de 2027.
- Por un día pagará 47 euros y por seis días, 238 euros.
- Los niños que aún no han cumplido 6 años no pagan.
- Una tarjeta nueva por pérdida tiene un coste de 5 euros.
- El telesilla Águila se pone en marcha a las 8:45.
- No está permitido ceder el forfait a otra persona.
# academia | Curso de idiomas
> Cada grupo tiene un máximo de 12 alumnos. El curso intensivo dura 4 semanas y cuesta 560 €. La prueba de nivel es obligatoria. Las clases perdidas no se recuperan. El certificado llega por correo en 15 días. La secretaria Ortuño atiende de 10:00 a 14:00.
- En cada grupo hay doce alumnos como mucho.
- El curso intensivo cuesta 560 euros y se extiende durante cuatro semanas.
- Es obligatorio hacer la prueba de nivel.
- No es posible recuperar las clases perdidas.
- Recibirá el certificado por correo en quince días.
`,
  pt: `
# estacionamento | Estacionamento do aeroporto
> O parque P4 custa 7 € por dia; a primeira hora é gratuita. O autocarro Gaivota passa de 12 em 12 minutos. A altura máxima é de 2,10 m. A reserva não pode ser alterada depois da entrada. Veículos a gás não são admitidos. O pagamento é feito com cartão na saída.
- No parque P4 paga 7 euros por dia.
- A primeira hora não tem custo.
- O autocarro Gaivota circula a cada doze minutos.
- Depois de entrar, já não é possível alterar a reserva.
- Não admitimos veículos a gás.
# ginásio | Aulas de dança
> As aulas de dança decorrem às quartas, das 19:00 às 20:30. A mensalidade é de 42 €, com 10 % de desconto para estudantes. É obrigatório usar sapatilhas. As faltas não são compensadas. A inscrição fecha em 25 de setembro de 2026. A professora Quental ensina o nível 2.
- As aulas são às quartas, entre as 19:00 e as 20:30.
- A mensalidade fica em 42 euros.
- Os estudantes têm um desconto de 10 por cento.
- As faltas não podem ser compensadas.
- As inscrições fecham no dia 25 de setembro de 2026.
`,
  ru: `
# прокат | Прокат автомобиля
> Водителю должно быть не менее 23 лет, стаж от 2 лет. Залог 15 000 рублей блокируется на кредитной карте. Дебетовые карты не принимаются. Стойка «Тамир» открывается в 6:30. Машину необходимо вернуть с полным баком. Дополнительный водитель стоит 450 рублей в день.
- Водитель должен быть не моложе 23 лет и иметь стаж от двух лет.
- На кредитной карте мы заблокируем залог 15 000 ₽.
- Оплатить залог дебетовой картой нельзя.
- Вернуть машину нужно с полным баком.
- За дополнительного водителя вы платите 450 рублей в день.
# школа | Курсы плавания
> Занятия длятся 45 минут и начинаются 8 сентября 2026 года. Абонемент на 12 занятий стоит 7 200 рублей. Дети до 6 лет не принимаются. Шапочка обязательна. Пропущенные занятия не переносятся. Бассейн «Колибри» закрыт в августе.
- Одно занятие продолжается 45 минут.
- Занятия стартуют 8 сентября 2026 года.
- Абонемент на двенадцать занятий стоит 7200 рублей.
- Детей младше 6 лет мы не принимаем.
- Перенести пропущенное занятие невозможно.
`,
};
