import type { Templates } from './template.ts';

/** Other layouts than letters: signatures, forms, chats, forwarded mail, tables. Looked at while rules are written. */
export const LAYOUTS_TUNING: Templates = {
  en: [
    'Sounds good to me.\n\nThanks,\n{PERSON}\nHead of Operations, {COMPANY}\n{ADDRESS}\nDirect {PHONE}\n{EMAIL}',
    'Caller\tPhone\tTopic\n{PERSON}\t{PHONE}\tfirmware {version}\n{PERSON}\t{PHONE}\trefund of {price}',
    'Ok, noted.\n\n{PERSON}\nSenior Buyer | {COMPANY}\n{ADDRESS}\nM: {PHONE} | E: {EMAIL}',
    '---------- Forwarded message ---------\nFrom: {PERSON} <{EMAIL}>\nDate: Mon, 12 Jan 2026\nSubject: Re: order {order}\nTo: {PERSON} <{EMAIL}>\n\nPlease see below.',
    '[10:42] {FIRST}: any news on {order}?\n[10:43] Agent: checking now\n[10:51] {FIRST}: thx, my number is {PHONE}',
    '| Ticket | Requester | City | Amount |\n|---|---|---|---|\n| {order} | {PERSON} | {CITY} | {price} |',
    'Full name: {PERSON}; Date of birth: {BIRTH}; SSN: {ID}; Passport no. {PASSPORT}',
    'pls refund {FIRST}, she paid {price} by card {CARD}',
  ],
  de: [
    'Passt so, danke!\n\n--\n{PERSON}\nLeiter Einkauf\n{COMPANY}\n{ADDRESS}\nTel. {PHONE}',
    'Von: {PERSON} <{EMAIL}>\nGesendet: Montag, 12. Januar 2026\nAn: Kundendienst\nBetreff: WG: Rechnung {order}\n\nHallo zusammen, anbei die Rechnung.',
    'Name, Vorname: {LAST}, {FIRST}\nSteuer-ID: {ID}\nWohnort: {CITY}',
    'moin, hier ist {FIRST}, das {product} geht seit heute nicht mehr',
    '{LAST} hat am {date} angerufen. Rückruf unter {PHONE} erbeten, es geht um {price}.',
  ],
  fr: [
    'Parfait pour moi.\n\nBonne journée,\n{PERSON}\n{COMPANY}\n{ADDRESS}\nMob. {PHONE}',
    'Bien reçu.\n{PERSON}\nResponsable achats - {COMPANY}\nTél. : {PHONE} - {EMAIL}',
    'De : {PERSON}\nEnvoyé : lundi 12 janvier 2026\nÀ : Service client\nObjet : TR : commande {order}\n\nVoir ci-dessous.',
    'Nom et prénom : {PERSON} / N° de sécurité sociale : {ID} / Ville : {CITY}',
    'slt c {FIRST}, tjs pas reçu mon {product}',
    'Client;Ville;Montant\n{PERSON};{CITY};{price}',
  ],
  es: [
    'Perfecto.\n\n{PERSON}\nDpto. de compras\n{COMPANY}\n{ADDRESS}\nTfno. {PHONE}',
    'De: {PERSON} <{EMAIL}>\nEnviado el: lunes, 12 de enero de 2026\nPara: Soporte\nAsunto: RV: factura {order}\n\nReenvío lo que pide.',
    'Apellidos y nombre: {LAST}, {FIRST}\nDNI: {ID}\nLocalidad: {CITY}',
    'buenas, soy {FIRST}, sigue sin llegar lo mío',
    'Llamó el Sr. {LAST} preguntando por {order}; el importe era {price}.',
  ],
  pt: [
    'Combinado.\n\n{PERSON}\nCompras - {COMPANY}\n{ADDRESS}\nCel. {PHONE}',
    'De: {PERSON} <{EMAIL}>\nEnviada em: segunda-feira, 12 de janeiro de 2026\nPara: Suporte\nAssunto: ENC: fatura {order}\n\nSegue abaixo.',
    'Titular: {PERSON}\nNIF: {ID}\nCidade: {CITY}',
    'oi, aqui é a {FIRST}, ainda não chegou nada',
  ],
  it: [
    'Va bene così.\n\n{PERSON}\nUfficio acquisti\n{COMPANY}\n{ADDRESS}\nTel. {PHONE}',
    'Da: {PERSON} <{EMAIL}>\nInviato: lunedì 12 gennaio 2026\nA: Assistenza\nOggetto: I: fattura {order}\n\nInoltro quanto richiesto.',
    'Cognome e nome: {LAST} {FIRST}\nCodice fiscale: {ID}\nComune: {CITY}',
    'ciao, sono {FIRST}, ancora niente pacco',
  ],
  nl: [
    'Akkoord.\n\n{PERSON}\nInkoop\n{COMPANY}\n{ADDRESS}\nTel. {PHONE}',
    'Van: {PERSON} <{EMAIL}>\nVerzonden: maandag 12 januari 2026\nAan: Klantenservice\nOnderwerp: FW: factuur {order}\n\nZie hieronder.',
    'Naam: {PERSON}\nBSN: {ID}\nWoonplaats: {CITY}',
    'hoi, met {FIRST}, ik wacht nog op {order}',
  ],
  pl: [
    'Zgoda.\n\n{PERSON}\nDział zakupów\n{COMPANY}\n{ADDRESS}\ntel. {PHONE}',
    'Od: {PERSON} <{EMAIL}>\nWysłano: poniedziałek, 12 stycznia 2026\nDo: Obsługa klienta\nTemat: PD: faktura {order}\n\nPrzesyłam dalej.',
    'Nazwisko i imię: {LAST} {FIRST}\nPESEL: {ID}\nMiejscowość: {CITY}',
    'hej, tu {FIRST}, dalej nic nie przyszło',
  ],
  ru: [
    'Согласовано.\n\n{PERSON}\nОтдел закупок\n{COMPANY}\n{ADDRESS}\nтел. {PHONE}',
    'От: {PERSON} <{EMAIL}>\nОтправлено: понедельник, 12 января 2026\nКому: Служба поддержки\nТема: FW: счёт {order}\n\nПересылаю.',
    'Фамилия, имя: {LAST} {FIRST}\nИНН: {ID}\nГород: {CITY}',
    'привет, это {FIRST}, так ничего и не пришло',
    '{LAST} просила перезвонить на {PHONE} по заказу {order}.',
  ],
};

/** What a machine wrote down of a call: no capitals, no punctuation. */
export const SPOKEN_TUNING: Templates = {
  en: [
    'yeah hi my name is {PERSON} and im calling from {CITY} about my order it still says processing',
    'this is {FIRST} {LAST} i spoke with {FIRST} yesterday and she said the refund is on its way',
  ],
  de: ['ja guten tag mein name ist {PERSON} ich rufe aus {CITY} an wegen meiner bestellung die ist noch nicht da'],
  fr: ['oui bonjour je m’appelle {PERSON} j’appelle de {CITY} pour ma commande elle n’est toujours pas arrivée'],
  es: ['sí buenos días me llamo {PERSON} llamo desde {CITY} por mi pedido que todavía no ha llegado'],
  pt: ['sim bom dia meu nome é {PERSON} estou ligando de {CITY} sobre o meu pedido que ainda não chegou'],
  it: ['sì buongiorno mi chiamo {PERSON} chiamo da {CITY} per il mio ordine che non è ancora arrivato'],
  nl: ['ja goedendag mijn naam is {PERSON} ik bel uit {CITY} over mijn bestelling die is er nog niet'],
  pl: ['tak dzień dobry nazywam się {PERSON} dzwonię w sprawie zamówienia które jeszcze nie przyszło'],
  ru: ['да здравствуйте меня зовут {PERSON} я по поводу заказа он до сих пор не пришёл'],
};

/** Written with the caps lock on. */
export const SHOUTED_TUNING: Templates = {
  en: [
    'MY NAME IS {PERSON} AND I HAVE BEEN WAITING FOR ORDER {order} SINCE {date}. CALL ME AT {PHONE}!',
    'THIS IS THE THIRD TIME I WRITE. {PERSON} FROM {COMPANY} PROMISED A REFUND OF {price}. MAIL ME: {EMAIL}',
  ],
  de: [
    'SEHR GEEHRTE DAMEN UND HERREN, MEIN NAME IST {PERSON}, ICH WARTE SEIT DEM {date} AUF {order}.',
    'ICH SCHREIBE ZUM DRITTEN MAL. FRAU {LAST} HAT MIR {price} VERSPROCHEN. GRUSS, {PERSON}',
  ],
  fr: [
    'BONJOUR, JE M’APPELLE {PERSON} ET J’ATTENDS LA COMMANDE {order} DEPUIS LE {date}.',
    'J’ÉCRIS POUR LA TROISIÈME FOIS. MME {LAST} M’A PROMIS {price}. CORDIALEMENT, {PERSON}',
  ],
  es: [
    'HOLA, ME LLAMO {PERSON} Y ESPERO EL PEDIDO {order} DESDE EL {date}.',
    'ESCRIBO POR TERCERA VEZ. LA SEÑORA {LAST} ME PROMETIÓ {price}. UN SALUDO, {PERSON}',
  ],
  pt: [
    'OLÁ, MEU NOME É {PERSON} E ESPERO O PEDIDO {order} DESDE {date}.',
    'ESCREVO PELA TERCEIRA VEZ. A SENHORA {LAST} PROMETEU {price}. ATENCIOSAMENTE, {PERSON}',
  ],
  it: [
    'BUONGIORNO, MI CHIAMO {PERSON} E ASPETTO L’ORDINE {order} DAL {date}.',
    'SCRIVO PER LA TERZA VOLTA. LA SIGNORA {LAST} MI HA PROMESSO {price}. SALUTI, {PERSON}',
  ],
  nl: [
    'HALLO, MIJN NAAM IS {PERSON} EN IK WACHT OP BESTELLING {order} SINDS {date}.',
    'IK SCHRIJF VOOR DE DERDE KEER. MEVROUW {LAST} HEEFT {price} BELOOFD. GROETEN, {PERSON}',
  ],
  pl: [
    'DZIEŃ DOBRY, NAZYWAM SIĘ {PERSON} I CZEKAM NA ZAMÓWIENIE {order} OD {date}.',
    'PISZĘ PO RAZ TRZECI. PANI {LAST} OBIECAŁA {price}. POZDRAWIAM, {PERSON}',
  ],
  ru: [
    'ЗДРАВСТВУЙТЕ, МЕНЯ ЗОВУТ {PERSON}, Я ЖДУ ЗАКАЗ {order} С {date}.',
    'ПИШУ В ТРЕТИЙ РАЗ. МНЕ ОБЕЩАЛИ {price}. С УВАЖЕНИЕМ, {PERSON}',
  ],
};
