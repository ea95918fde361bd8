import type { Templates } from './template.ts';

/** Looked at while the rules were written: their figures say what is understood, not what will be. */
export const TUNING: Templates = {
  en: [
    'Hi, my name is {PERSON} and I live at {ADDRESS}. Order {order} from {date} has not arrived. Call me on {PHONE}.\n\nKind regards,\n{PERSON}',
    'Dear Support,\nplease change my e-mail to {EMAIL}. I was born on {BIRTH} and my SSN is {ID}.\nThanks,\n{FIRST}',
    'Name: {PERSON}\nCompany: {COMPANY}\nCity: {CITY}\nPhone: {PHONE}\nIssue: the {product} shows version {version} after the update',
    'agent: Hello, how can I help?\ncustomer: hi, {FIRST} here. I was charged {price} twice on card {CARD}.\nagent: Thanks {FIRST}, I see order {order}.',
    'Spoke with {PERSON} from {COMPANY} about the renewal. She moved to {CITY} and wants an invoice for {price}.',
    'I am {AGE} years old and cannot log in from {IP}. My password is {SECRET}. Please help, {FIRST} {LAST}',
  ],
  de: [
    'Guten Tag, mein Name ist {PERSON}, ich wohne in {CITY}. Die Bestellung {order} vom {date} fehlt. Telefon: {PHONE}\n\nMit freundlichen Grüßen\n{PERSON}',
    'Sehr geehrte Damen und Herren,\nbitte überweisen Sie {price} auf {IBAN}. Lieferung an {ADDRESS}.\nViele Grüße, {FIRST}',
    'Kunde: {PERSON}\nFirma: {COMPANY}\nGeburtsdatum: {BIRTH}\nE-Mail: {EMAIL}\nProblem: Nach dem Update auf Version {version} startet die Software nicht.',
    'Herr {LAST} arbeitet bei {COMPANY} und hat das Gerät am {date} in der Filiale abgegeben.',
  ],
  fr: [
    "Bonjour, je m'appelle {PERSON} et j'habite à {CITY}. Ma commande {order} du {date} n'est pas arrivée. Mon téléphone : {PHONE}.\n\nCordialement,\n{PERSON}",
    'Madame, Monsieur,\nveuillez livrer au {ADDRESS} et rembourser {price} sur {IBAN}.\nMerci, {FIRST}',
    'Nom : {PERSON}\nSociété : {COMPANY}\nDate de naissance : {BIRTH}\nCourriel : {EMAIL}\nObjet : le produit {product} ne démarre plus depuis la version {version}',
    'Mme {LAST} travaille chez {COMPANY}, elle a rappelé hier au sujet de sa facture.',
  ],
  es: [
    'Hola, me llamo {PERSON} y vivo en {CITY}. El pedido {order} del {date} no ha llegado. Mi teléfono es {PHONE}.\n\nUn saludo,\n{PERSON}',
    'Estimados señores:\nenvíen el paquete a {ADDRESS} y devuelvan {price} a la cuenta {IBAN}.\nGracias, {FIRST}',
    'Nombre: {PERSON}\nEmpresa: {COMPANY}\nFecha de nacimiento: {BIRTH}\nCorreo: {EMAIL}\nAsunto: la versión {version} no funciona',
    'La señora {LAST} trabaja en {COMPANY} y preguntó por la garantía.',
  ],
  pt: [
    'Olá, meu nome é {PERSON} e moro em {CITY}. O pedido {order} de {date} não chegou. Telefone: {PHONE}.\n\nAtenciosamente,\n{PERSON}',
    'Prezados,\nenviem a encomenda para {ADDRESS} e devolvam {price}.\nObrigado, {FIRST}',
    'Nome: {PERSON}\nEmpresa: {COMPANY}\nData de nascimento: {BIRTH}\nE-mail: {EMAIL}\nProblema: a versão {version} não abre',
  ],
  it: [
    "Buongiorno, mi chiamo {PERSON} e abito a {CITY}. L'ordine {order} del {date} non è arrivato. Telefono: {PHONE}.\n\nCordiali saluti,\n{PERSON}",
    'Gentili signori,\nspedite il pacco in {ADDRESS} e rimborsate {price} su {IBAN}.\nGrazie, {FIRST}',
    'Nome: {PERSON}\nAzienda: {COMPANY}\nData di nascita: {BIRTH}\nEmail: {EMAIL}\nProblema: la versione {version} non parte',
  ],
  nl: [
    'Hallo, mijn naam is {PERSON} en ik woon in {CITY}. Bestelling {order} van {date} is niet aangekomen. Telefoon: {PHONE}.\n\nMet vriendelijke groet,\n{PERSON}',
    'Geachte heer,\nstuur het pakket naar {ADDRESS} en stort {price} terug op {IBAN}.\nBedankt, {FIRST}',
    'Naam: {PERSON}\nBedrijf: {COMPANY}\nGeboortedatum: {BIRTH}\nE-mail: {EMAIL}\nProbleem: versie {version} start niet',
  ],
  pl: [
    'Dzień dobry, nazywam się {PERSON} i mieszkam w mieście {CITY}. Zamówienie {order} z {date} nie dotarło. Telefon: {PHONE}.\n\nPozdrawiam,\n{PERSON}',
    'Szanowni Państwo,\nproszę wysłać paczkę na adres {ADDRESS} i zwrócić {price} na konto {IBAN}.\nDziękuję, {FIRST}',
    'Imię i nazwisko: {PERSON}\nFirma: {COMPANY}\nData urodzenia: {BIRTH}\nE-mail: {EMAIL}\nProblem: wersja {version} nie działa',
  ],
  ru: [
    'Здравствуйте, меня зовут {PERSON}, я живу в городе {CITY}. Заказ {order} от {date} не пришёл. Телефон: {PHONE}.\n\nС уважением,\n{PERSON}',
    'Добрый день!\nОтправьте посылку на адрес {ADDRESS} и верните {price}.\nСпасибо, {FIRST}',
    'ФИО: {PERSON}\nКомпания: {COMPANY}\nДата рождения: {BIRTH}\nПочта: {EMAIL}\nПроблема: версия {version} не запускается',
  ],
};
