import type { Case } from './russian-name.ts';

/** Words that govern one case when a person follows, by that case. What governs two is left out. */
const GOVERNORS: Readonly<Partial<Record<Case, string>>> = {
  genitive: `для от у без до из около возле кроме после против вместо ради вокруг мимо насчёт насчет относительно касательно
    имени просьбе стороны`,
  dative: `к ко благодаря вопреки навстречу
    передали передать передадим передам передайте сообщили сообщить сообщим сообщу сообщите ответили ответить ответим отвечу
    ответьте написали написать напишем напишу напишите позвонили позвонить позвоним позвоню позвоните напомнили напомнить
    напомним напомните помогли помочь поможем помогите отправили отправить отправим отправлю отправьте выслали выслать вышлем
    вышлите вернули вернуть вернём вернем возместили возместить возместим предложили предложить предложим`,
  accusative: `про через благодарим благодарю поблагодарите просим прошу попросим попросили пригласили приглашаем поздравляем
    уведомим уведомили уведомите предупредим предупредили предупредите`,
  instrumental: 'с со над надо перед передо между',
  prepositional: 'о об обо при',
  nominative: 'здравствуйте здравствуй привет приветствуем',
};

/** What a name agrees with in case: titles and the like, with the cases that each form may be. */
const TITLES: Readonly<Record<string, readonly Case[]>> = {
  ...titles(
    'nominative',
    'уважаемый уважаемая дорогой дорогая господин госпожа г-н г-жа клиент клиентка покупатель менеджер',
  ),
  ...titles(
    'genitive accusative',
    'уважаемого господина г-на клиента покупателя менеджера сотрудника коллегу специалиста курьера',
  ),
  ...titles('genitive', 'госпожи г-жи клиентки сотрудницы покупательницы коллеги'),
  ...titles('dative', 'уважаемому господину г-ну клиенту покупателю менеджеру сотруднику специалисту курьеру'),
  ...titles('dative prepositional', 'госпоже г-же клиентке сотруднице покупательнице коллеге'),
  ...titles('accusative', 'уважаемую дорогую госпожу г-жу клиентку сотрудницу покупательницу'),
  ...titles(
    'instrumental',
    'уважаемым господином г-ном госпожой г-жой клиентом клиенткой покупателем менеджером сотрудником сотрудницей коллегой курьером',
  ),
  ...titles('prepositional', 'уважаемом господине клиенте покупателе менеджере сотруднике специалисте курьере'),
  ...titles('genitive dative instrumental prepositional', 'уважаемой дорогой'),
};
const CASE_OF: ReadonlyMap<string, Case> = new Map(
  Object.entries(GOVERNORS).flatMap(([name, words]) => words.split(/\s+/).map((word) => [word, name as Case])),
);

const LOOK_BACK = 60;
/** The last words, and what may open the name: a quotation mark, an asterisk. */
const LAST_WORDS = /(?:^|[^\p{L}-])(?:([\p{L}-]+)(,?)\s+)?(?:([\p{L}-]+)(,?)\s+)[«"“„(*_]{0,3}$/u;

/**
 * The case that the words before a person's name want, where they leave no other: "для", "к клиенту", "уважаемая".
 * Undefined in doubt: "в", "на", "за" and most verbs may be followed by several.
 */
export function caseBefore(text: string, start: number): Case | undefined {
  const before = text.slice(Math.max(0, start - LOOK_BACK), start).toLowerCase();
  const [, word = '', comma = '', last = '', lastComma = ''] = LAST_WORDS.exec(before) ?? [];
  const governed = CASE_OF.get(last);
  // "Здравствуйте, [PERSON_1]"; after a comma any other governor belongs to what went before.
  if (lastComma !== '') return governed === 'nominative' ? governed : undefined;
  if (governed) return word === 'начиная' ? undefined : governed;
  const title = TITLES[last];
  if (!title) return undefined;
  const wanted = comma === '' ? CASE_OF.get(word) : undefined;
  if (wanted) return title.includes(wanted) ? wanted : undefined;
  return title.length === 1 ? title[0] : undefined;
}

function titles(cases: string, words: string): Record<string, readonly Case[]> {
  const all = cases.split(' ') as Case[];
  return Object.fromEntries(words.split(/\s+/).map((word) => [word, all]));
}
