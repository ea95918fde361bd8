import type { Templates } from './template.ts';

/** Held out at first; some of what they missed was looked at, so they count as tuning now. */
export const MORE_TUNING: Templates = {
  en: [
    "{FIRST} asked whether the {product} can be shipped to {CITY}; she's waiting since {date}.",
    'Could you please tell {PERSON} that the parcel {order} was left with the neighbour at {ADDRESS}? Reach her at {EMAIL}.',
    'CRM note: {PERSON} ({AGE}), buyer at {COMPANY}, prefers calls at {PHONE}. Budget {price}. Passport {PASSPORT} on file.',
    'Please send the replacement to:\n{PERSON}\n{ADDRESS}\n{CITY}\n\nIt is about firmware {version}.',
    'Yesterday I got a mail from {LAST} saying that {COMPANY} will not honour the warranty. My account logs in from {IP}, DOB {BIRTH}.',
    '{PERSON} wrote:\n> The refund of {price} went to {IBAN}, not to me.\nCan you check? It was order {order}.\n-- \n{PERSON} | {COMPANY} | {PHONE}',
  ],
  de: [
    'Die Firma {COMPANY} hat {price} auf das Konto {IBAN} gezahlt, sagt {FIRST} {LAST}. Es geht um Auftrag {order}.',
    'Könnten Sie {PERSON} bitte ausrichten, dass das Paket {order} bei {ADDRESS} liegt? Erreichbar unter {EMAIL} oder {PHONE}.',
    'Notiz: Gespräch mit Frau {LAST}, {AGE} Jahre alt, Einkäuferin. {COMPANY} sitzt in {CITY}. Angebot über {price} bis {date}.',
    'Liebe {FIRST},\nhier wie besprochen meine Daten: IBAN {IBAN}, geboren am {BIRTH}, Anschrift {ADDRESS}.\nLG\n{FIRST}',
  ],
  fr: [
    'Pourriez-vous dire à {PERSON} que le colis {order} se trouve au {ADDRESS} ? On peut la joindre au {PHONE} ou à {EMAIL}.',
    'Note : appel de Mme {LAST}, {AGE} ans, acheteuse. {COMPANY} est à {CITY}. Devis de {price} valable jusqu’au {date}.',
    'Chère {FIRST},\nvoici mes coordonnées : IBAN {IBAN}, née le {BIRTH}.\nBien à vous\n{PERSON}',
  ],
  es: [
    '¿Podrían decirle a {PERSON} que el paquete {order} está en {ADDRESS}? Se la puede localizar en el {PHONE} o en {EMAIL}.',
    'Nota: llamada de la Sra. {LAST}, compradora. {COMPANY} está en {CITY}. Oferta de {price} hasta el {date}.',
    'Querida {FIRST}:\nestos son mis datos: IBAN {IBAN}, nacida el {BIRTH}.\nAtentamente,\n{PERSON}',
  ],
  pt: [
    'Poderiam dizer a {PERSON} que o pacote {order} está em {ADDRESS}? O contato é {PHONE} ou {EMAIL}.',
    'Nota: ligação da Sra. {LAST}, compradora. {COMPANY} fica em {CITY}. Proposta de {price} até {date}.',
    'Querida {FIRST},\nseguem os meus dados: IBAN {IBAN}, nascida em {BIRTH}.\nAbraços\n{PERSON}',
  ],
  it: [
    'Potreste dire a {PERSON} che il pacco {order} si trova in {ADDRESS}? Si può contattare al {PHONE} o a {EMAIL}.',
    'Nota: telefonata della signora {LAST}, responsabile acquisti. {COMPANY} ha sede a {CITY}. Offerta di {price} fino al {date}.',
    'Cara {FIRST},\necco i miei dati: IBAN {IBAN}, nata il {BIRTH}.\nSaluti\n{PERSON}',
  ],
  nl: [
    'Kunt u {PERSON} laten weten dat pakket {order} op {ADDRESS} ligt? Bereikbaar via {PHONE} of {EMAIL}.',
    'Notitie: gesprek met mevrouw {LAST}, inkoper. {COMPANY} zit in {CITY}. Offerte van {price} tot {date}.',
    'Beste {FIRST},\nhier zijn mijn gegevens: IBAN {IBAN}, geboren op {BIRTH}.\nGroetjes\n{PERSON}',
  ],
  pl: [
    'Czy mogą Państwo przekazać, że paczkę {order} odbierze {PERSON} pod adresem {ADDRESS}? Kontakt: {PHONE} lub {EMAIL}.',
    'Notatka: rozmowa z panią {LAST}. {COMPANY} ma siedzibę w mieście {CITY}. Oferta {price} do {date}.',
    'Droga {FIRST},\noto moje dane: IBAN {IBAN}, ur. {BIRTH}.\nPozdrowienia\n{PERSON}',
  ],
  ru: [
    'Не могли бы вы сообщить, что посылку {order} заберёт {PERSON} по адресу {ADDRESS}? Связь: {PHONE} или {EMAIL}.',
    'Заметка: звонила {PERSON}, закупщик. {COMPANY}, {CITY}. Предложение на {price} до {date}, паспорт {PASSPORT}.',
    'Дорогая {FIRST}!\nВот мои данные: родилась {BIRTH}, номер карты {CARD}.\nВсего доброго,\n{PERSON}',
  ],
};
