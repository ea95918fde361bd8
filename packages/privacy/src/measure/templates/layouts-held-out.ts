import type { Templates } from './template.ts';

/** The same kinds of layout as `layouts-tuning.ts` in other words; written before any of their results was seen, and not looked at. */
export const LAYOUTS_HELD_OUT: Templates = {
  en: [
    'Works on our side.\n\nBest wishes,\n{PERSON}\nVice President of Procurement, {COMPANY}\n{ADDRESS}\nOffice {PHONE}\n{EMAIL}',
    'On Tue, 3 Feb 2026 at 09:14, {PERSON} <{EMAIL}> wrote:\n> Could you resend invoice {order}?\n> Best,\n> {FIRST}',
    'Visitor 8841 ({CITY}): still no update on {order}\nBot: May I have your name?\nVisitor 8841 ({CITY}): {PERSON}\nBot: And an e-mail?\nVisitor 8841 ({CITY}): {EMAIL}',
    'Agent\tContact\tReason\tStatus\n{PERSON}\t{PHONE}\tversion {version}\tOpen\n{PERSON}\t{PHONE}\trefund of {price}\tClosed',
    'Insured: {PERSON} (DOB {BIRTH}, SSN {ID}), resident of {CITY}. Claim filed {date}.',
    'Ship to {PERSON}, {ADDRESS}. Bill to {COMPANY}.',
    "{FIRST}'s laptop won't boot since the {version} update; {LAST} from IT already looked at it.",
  ],
  de: [
    'Alles klar.\n\nBeste Grüße aus {CITY}\n{PERSON}\n\n{COMPANY} | {ADDRESS} | Fon {PHONE} | {EMAIL}',
    'Am 03.02.2026 um 09:14 schrieb {PERSON}:\n> Können Sie mir die Rechnung {order} noch einmal schicken?\n> Gruß, {FIRST}',
    'Antragsteller: {PERSON}, geb. {BIRTH}, IdNr. {ID}, {ADDRESS}',
    'Besucher: bin {FIRST}, hab das {product} bestellt\nBot: Wie lautet Ihre Telefonnummer?\nBesucher: {PHONE}',
    'Bitte an {FIRST} {LAST} weiterleiten, sie betreut bei uns {COMPANY} und sitzt in {CITY}.',
  ],
  fr: [
    'Impeccable, merci.\n\nBelle journée,\n{PERSON}\n{COMPANY}\n{ADDRESS}\nPort. {PHONE}',
    'Le mar. 3 févr. 2026 à 09:14, {PERSON} <{EMAIL}> a écrit :\n> Pouvez-vous renvoyer la facture {order} ?\n> {FIRST}',
    'Assuré : {PERSON}, né le {BIRTH}, NIR {ID}, domicilié {ADDRESS}',
    'Visiteur : c’est {FIRST}, j’ai commandé le {product}\nBot : Votre numéro ?\nVisiteur : {PHONE}',
    'Merci de transférer à {PERSON}, elle suit le dossier {COMPANY} depuis {CITY}.',
  ],
  es: [
    'De acuerdo.\n\nSaludos cordiales,\n{PERSON}\n{COMPANY}\n{ADDRESS}\nMóvil: {PHONE}',
    'El mar, 3 feb 2026 a las 9:14, {PERSON} (<{EMAIL}>) escribió:\n> ¿Pueden reenviar la factura {order}?\n> {FIRST}',
    'Asegurado: {PERSON}, nacido el {BIRTH}, con DNI {ID}, domiciliado en {ADDRESS}',
    'Visitante: soy {FIRST}, compré el {product}\nBot: ¿Su número?\nVisitante: {PHONE}',
    'Pásenselo a {PERSON}, que lleva la cuenta de {COMPANY} desde {CITY}.',
  ],
  pt: [
    'De acordo.\n\nCumprimentos,\n{PERSON}\n{COMPANY}\n{ADDRESS}\nTlm. {PHONE}',
    'Em ter., 3 de fev. de 2026 às 09:14, {PERSON} <{EMAIL}> escreveu:\n> Podem reenviar a fatura {order}?\n> {FIRST}',
    'Segurado: {PERSON}, nascido em {BIRTH}, contribuinte {ID}',
    'Encaminhem para {PERSON}, que cuida da conta {COMPANY} em {CITY}.',
  ],
  it: [
    'D’accordo.\n\nBuona giornata,\n{PERSON}\n{COMPANY}\n{ADDRESS}\nCell. {PHONE}',
    'Il giorno mar 3 feb 2026 alle ore 09:14 {PERSON} <{EMAIL}> ha scritto:\n> Potete rimandare la fattura {order}?\n> {FIRST}',
    'Assicurato: {PERSON}, nato il {BIRTH}, C.F. {ID}, residente in {ADDRESS}',
    'Girate pure a {PERSON}, che segue {COMPANY} da {CITY}.',
  ],
  nl: [
    'Prima.\n\nFijne dag,\n{PERSON}\n{COMPANY}\n{ADDRESS}\nMob. {PHONE}',
    'Op di 3 feb 2026 om 09:14 schreef {PERSON} <{EMAIL}>:\n> Kunt u factuur {order} opnieuw sturen?\n> {FIRST}',
    'Verzekerde: {PERSON}, geboren op {BIRTH}, burgerservicenummer {ID}',
    'Graag doorsturen naar {PERSON}, zij beheert {COMPANY} vanuit {CITY}.',
  ],
  pl: [
    'W porządku.\n\nMiłego dnia\n{PERSON}\n{COMPANY}\n{ADDRESS}\nkom. {PHONE}',
    'wt., 3 lut 2026 o 09:14 {PERSON} <{EMAIL}> napisał(a):\n> Czy możecie ponownie wysłać fakturę {order}?\n> {FIRST}',
    'Ubezpieczony: {PERSON}, ur. {BIRTH}, nr PESEL {ID}',
    'Proszę przekazać: {PERSON}, opiekun firmy {COMPANY}.',
  ],
  ru: [
    'Хорошо, договорились.\n\nХорошего дня,\n{PERSON}\n{COMPANY}\n{ADDRESS}\nмоб. {PHONE}',
    'вт, 3 февр. 2026 г. в 09:14, {PERSON} <{EMAIL}>:\n> Можете выслать счёт {order} ещё раз?\n> {FIRST}',
    'Застрахованный: {PERSON}, дата рождения {BIRTH}, ИНН {ID}',
    'Клиент: это {FIRST}, я покупала {product}\nБот: Ваш номер?\nКлиент: {PHONE}',
    'Передайте, пожалуйста: {PERSON}, ведёт {COMPANY}, {CITY}.',
  ],
};

export const SPOKEN_HELD_OUT: Templates = {
  en: [
    'hello um {FIRST} here you sent me the wrong item i live in {CITY} and my last name is {LAST}',
    'can i speak to {PERSON} please she called me this morning from {COMPANY}',
  ],
  de: ['hallo hier spricht {PERSON} ich wohne in {CITY} und habe das falsche gerät bekommen'],
  fr: ['allô c’est {PERSON} à l’appareil j’habite à {CITY} et j’ai reçu le mauvais article'],
  es: ['hola le habla {PERSON} vivo en {CITY} y me ha llegado el artículo equivocado'],
  pt: ['alô quem fala é {PERSON} moro em {CITY} e recebi o produto errado'],
  it: ['pronto sono {PERSON} abito a {CITY} e mi è arrivato l’articolo sbagliato'],
  nl: ['hallo u spreekt met {PERSON} ik woon in {CITY} en heb het verkeerde artikel gekregen'],
  pl: ['halo mówi {PERSON} dostałam nie ten produkt'],
  ru: ['алло это {PERSON} мне привезли не тот товар'],
};

export const SHOUTED_HELD_OUT: Templates = {
  en: [
    'WHY DOES NOBODY ANSWER? I GAVE EVERYTHING TO MR {LAST} ON {date}. ORDER {order} IS STILL OPEN. REGARDS, {PERSON}',
  ],
  de: ['WARUM ANTWORTET NIEMAND? HERR {LAST} KENNT DEN FALL. {order} FEHLT NOCH IMMER. ICH BIN {PERSON} AUS {CITY}'],
  fr: ['POURQUOI PERSONNE NE RÉPOND ? MONSIEUR {LAST} CONNAÎT LE DOSSIER {order}. MON NOM EST {PERSON}, MERCI'],
  es: ['¿POR QUÉ NADIE CONTESTA? EL SEÑOR {LAST} CONOCE EL CASO {order}. SOY {PERSON} Y QUIERO MI DINERO'],
  pt: ['POR QUE NINGUÉM RESPONDE? O SENHOR {LAST} CONHECE O CASO {order}. AQUI É {PERSON}, AGUARDO RETORNO'],
  it: ['PERCHÉ NESSUNO RISPONDE? IL SIGNOR {LAST} CONOSCE IL CASO {order}. SONO {PERSON} E VOGLIO UN RIMBORSO'],
  nl: ['WAAROM ANTWOORDT NIEMAND? MENEER {LAST} KENT DE ZAAK {order}. IK BEN {PERSON} EN WIL MIJN GELD TERUG'],
  pl: ['DLACZEGO NIKT NIE ODPOWIADA? PAN {LAST} ZNA SPRAWĘ {order}. TU {PERSON}, CZEKAM NA ZWROT PIENIĘDZY'],
  ru: ['ПОЧЕМУ НИКТО НЕ ОТВЕЧАЕТ? ЗАКАЗ {order} ДО СИХ ПОР НЕ ПРИШЁЛ. МОЁ ИМЯ {PERSON}, ВЕРНИТЕ ДЕНЬГИ'],
};
