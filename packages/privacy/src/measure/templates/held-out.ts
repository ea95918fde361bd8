import type { Templates } from './template.ts';

/** Never looked at while rules are written; whoever tunes a rule to one of these moves it to `more-tuning.ts`. */
export const HELD_OUT: Templates = {
  en: [
    'Good afternoon! {PERSON} speaking. The courier left my {product} (order {order}) with a shop in {CITY} although the label says {ADDRESS}.',
    'Ticket reopened by {PERSON}: the customer disputes {price}, card {CARD}, and would rather be called on {PHONE} than mailed at {EMAIL}.',
    'We at {COMPANY} have used version {version} since {date}; our admin {FIRST} signs in from {IP} without trouble.',
  ],
  de: [
    'Mein Vater, {PERSON}, geboren {BIRTH}, zog nach {CITY} um. Bitte ändern Sie die Adresse auf {ADDRESS}, Rückfragen an {PHONE}.',
    'Unser Lieferant {COMPANY} hat {price} auf die IBAN {IBAN} überwiesen, schreibt {FIRST} {LAST}. Es betrifft Vorgang {order}.',
  ],
  fr: [
    'Mon fils {FIRST} attend le colis {order} depuis le {date} ; nous avons quitté {CITY} et logeons maintenant {ADDRESS}.',
    'Selon {PERSON}, de la société {COMPANY}, le virement de {price} est parti du compte {IBAN}. Rappelez le {PHONE}.',
  ],
  es: [
    'Mi hermana {FIRST} recogió el pedido {order} en {CITY}, pero la factura de {price} lleva mi nombre, {PERSON}.',
    'Habla {PERSON}, de la empresa {COMPANY}. Cambien el correo a {EMAIL} y el domicilio a {ADDRESS}.',
  ],
  pt: [
    'Minha irmã {FIRST} retirou o pedido {order} em {CITY}, mas a fatura de {price} está em nome de {PERSON}.',
    'Aqui fala {PERSON}, da empresa {COMPANY}. Alterem o e-mail para {EMAIL} e a morada para {ADDRESS}.',
  ],
  it: [
    "Mia sorella {FIRST} ha ritirato l'ordine {order} a {CITY}, ma la fattura di {price} è intestata a {PERSON}.",
    "Sono {PERSON}, dell'azienda {COMPANY}. Cambiate l'e-mail in {EMAIL} e l'indirizzo in {ADDRESS}.",
  ],
  nl: [
    'Mijn zus {FIRST} heeft bestelling {order} in {CITY} opgehaald, maar de factuur van {price} staat op naam van {PERSON}.',
    'U spreekt met {PERSON} van het bedrijf {COMPANY}. Wijzig de e-mail in {EMAIL} en het adres in {ADDRESS}.',
  ],
  pl: [
    'Moja siostra {FIRST} odebrała zamówienie {order}, ale faktura na {price} jest wystawiona na nazwisko {PERSON}.',
    'Mówi {PERSON} z firmy {COMPANY}. Proszę zmienić e-mail na {EMAIL}, a adres na {ADDRESS}.',
  ],
  ru: [
    'Мою сестру зовут {PERSON}, она забрала заказ {order} за {price} и просит звонить на {PHONE}.',
    'Это {FIRST}, пишу от имени {COMPANY}. Смените почту на {EMAIL}, а адрес на {ADDRESS}. Карта {CARD}.',
  ],
};
