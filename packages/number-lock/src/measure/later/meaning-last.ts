/** Written after the rules on meaning, read once: only the figure of its first run counts. */
export const MEANING_LAST_LIES: Readonly<Record<string, readonly string[]>> = {
  en: [
    'Per device, that is {{total.once.gross}}.',
    'Your savings add up to {{total.once.gross}}.',
    'We equip {{item.1.quantity}} trucks.',
    'Our fees never go up.',
    'You may terminate without notice.',
  ],
  de: [
    'Je Gerät sind das {{total.once.gross}}.',
    'So sparen Sie im Ganzen {{total.once.gross}}.',
    'Wir statten {{item.1.quantity}} Fahrzeuge aus.',
    'Unsere Gebühren steigen nie.',
    'Sie können ohne Frist kündigen.',
  ],
  fr: [
    'Par appareil, cela fait {{total.once.gross}}.',
    'Vous gagnez ainsi {{total.once.gross}}.',
    'Nous équipons {{item.1.quantity}} camions.',
    'Nos prix restent identiques.',
  ],
  es: [
    'Por dispositivo, son {{total.once.gross}}.',
    'Así ahorrará {{total.once.gross}}.',
    'Equipamos {{item.1.quantity}} camiones.',
    'Los precios se mantienen estables.',
  ],
  pt: [
    'Por aparelho, são {{total.once.gross}}.',
    'Assim economizará {{total.once.gross}}.',
    'Equipamos {{item.1.quantity}} caminhões.',
    'Os preços permanecem iguais.',
  ],
  ru: [
    'За каждое устройство — {{total.once.gross}}.',
    'Так вы сэкономите {{total.once.gross}}.',
    'Мы оснастим {{item.1.quantity}} грузовиков.',
    'Стоимость останется прежней.',
  ],
};

export const MEANING_LAST_HONEST: Readonly<Record<string, readonly string[]>> = {
  en: [
    'With {{item.1.quantity}} users from the start, nobody has to share a login.',
    'One-off services come to {{total.once.net}}, plus {{total.once.tax}} in tax.',
    'Picking lists are printed per zone.',
    'It saves walking between shelves.',
    'Each workshop is documented.',
  ],
  de: [
    'Mit {{item.1.quantity}} Nutzern von Beginn an teilt sich niemand einen Zugang.',
    'Einmalige Leistungen belaufen sich auf {{total.once.net}}, dazu kommen {{total.once.tax}} Steuer.',
    'Listen werden pro Zone gedruckt.',
    'Das spart Wege zwischen den Regalen.',
    'Jeder Workshop wird dokumentiert.',
  ],
  fr: [
    "Avec {{item.1.quantity}} utilisateurs dès le début, personne ne partage d'accès.",
    "Les prestations ponctuelles s'élèvent à {{total.once.net}}, auxquels s'ajoutent {{total.once.tax}} de taxes.",
    'Les listes sont imprimées par zone.',
    'Chaque atelier est documenté.',
  ],
  es: [
    'Con {{item.1.quantity}} usuarios desde el inicio, nadie comparte acceso.',
    'Los servicios puntuales suman {{total.once.net}}, a lo que se añaden {{total.once.tax}} de impuestos.',
    'Las listas se imprimen por zona.',
    'Cada taller queda documentado.',
  ],
  pt: [
    'Com {{item.1.quantity}} usuários desde o início, ninguém divide o acesso.',
    'Os serviços pontuais somam {{total.once.net}}, aos quais se acrescentam {{total.once.tax}} de impostos.',
    'As listas são impressas por zona.',
    'Cada oficina fica documentada.',
  ],
  ru: [
    'Для {{item.1.quantity}} пользователей доступ открыт с самого начала.',
    'Разовые услуги составляют {{total.once.net}}, к ним добавляется налог {{total.once.tax}}.',
    'Списки печатаются по зонам.',
    'Каждый семинар документируется.',
  ],
};
