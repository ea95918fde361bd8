import { fold } from '@draftsmith/letters';

/** Written with capitals and naming nobody. Folded. */
const CAPITALS =
  set(`api apis sdk crm erp wms tms mes bi ai ki ia ml ui ux it ti ti ict iot rfid gps csv pdf xml json http https sso saml oauth ldap vpn ssl tls
  edi sku skus kpi kpis roi tco okr pos b2b b2c sla slas faq hr pr qa poc mvp saas paas iaas crud sql etl dwh pim dms cms cad plm scm vat gdpr dsgvo rgpd lgpd
  eu usa uk url sms qr ok it-team ит апи ндс срм егрп еу рф эдо тз цод ип ос по бд пк ui/ux mwst ust tva iva iban usb wlan wifi lan ceo cio cto cfo coo
  ооп ит-отдел пдф ci cd devops`);
/** Of languages, regions and honours: capitals in English, and in the names of what everybody knows. */
const COMMON = set(
  `european union europe english german french spanish portuguese russian internet web european-union europaische europaischen europaischer
  europeenne europea europeia uniao евросоюз евросоюза европейский европейского союза европа европы монсеньор monsieur madame mesdames messieurs herr herrn frau
  mr mrs ms sir madam senor senora senhor senhora don dear hello hi sehr guten hallo estimado estimada prezado prezada caro cara cher chere bonjour hola ola
  уважаемый уважаемая здравствуйте excel`.replace(' excel', ''),
);
/** Russian courtesy. */
const COURTESY = /^(?:вы|вас|вам|вами|ваш\p{L}{0,3})$/u;

/** A bare noun may open a sentence when it ends like one of these. Folded. */
const ORDINARY_ENDINGS: Readonly<Record<string, RegExp>> = {
  en: /(?:ing|ings|ion|ions|ment|ments|ness|ity|ities|ance|ence|ship|ships|ery|ly|al|als|ure|ures|age|ages|ed|ware|work|ers|ors|ees|ables|ives|time|one|body|thing|ever)$/,
  ru: /(?:ие|ия|ии|ость|ости|ство|ства|тура|туры|ация|ации|ка|ки|ник|ники|щик|щики|тель|тели|ент|енты|исты|еры|оры|ы|и|ые|ный|ная|ное|ский|ская|ское|о|е|ель|есть|ив|ор|ет|ект|екты|одно|мая|мый|уя|ая|я|ив|в|вшись|ясь)$/,
  fr: /(?:ment|ant|tion|tions|e|es|s|er|ir)$/,
  es: /(?:mente|ando|iendo|cion|ciones|dad|s|ar|er|ir)$/,
  pt: /(?:mente|ando|endo|indo|cao|coes|dade|s|ar|er|ir)$/,
};
/** Words that open a sentence before a verb. Folded. */
const OPENERS =
  set(`it this that these those there here what who which how where when why he she they we you i one each both all most many some such nothing
  everything anyone someone everyone nobody data stock support access help delivery time work feedback quality trust growth demand success progress software
  hardware staff people users teams team today then now next first second finally also thus therefore however moreover once please thank thanks yes no not another
  either neither customer customers supplier suppliers planning picking go live payment sales finance product project scope change risk security
  il elle on nous vous ils elles ce cela ceci tout rien chacun qui que quoi y en ainsi puis ensuite enfin aujourd merci voici voila tous toutes chaque
  ello esto eso ellos ellas usted ustedes nosotros quien que todo nada cada asi luego despues hoy gracias ya no si aqui alli tambien
  система команда отдел склад бизнес клиент заказчик персонал сервис продукт модуль платформа проект поставщик менеджер компания группа часть связь очередь
  печать запись помощь цель роль контроль логистика техника процесс результат отчет никто ничто каждый каждая каждое все всё это он она они мы вы кто что
  база схема программа фирма служба смена машина задача работа сумма цена
  isto isso aquilo ele ela eles elas voce voces nos quem tudo nada cada assim depois hoje obrigado obrigada ja nao sim aqui ali tambem`);
/** A verb, or an adverb before one, behind a bare opening word makes that word a subject. Folded. */
const VERBS: Readonly<Record<string, ReadonlySet<string>>> = {
  en: set(`will is has can needs wants would may should must does did was had gets uses runs chose selected saves works offers provides delivers pays already
    also currently recently still trusts relies recommends confirmed confirms agreed signed takes makes gives handles covers supports benefits joined plans
    expects becomes became remains shall might could bought buys operates decided switched asked reports grew reduced cut moved`),
  fr: set(
    'a est sera doit peut souhaite va utilise aura veut propose fournit choisit livre confirme recommande signe deja travaille gere assure s n',
  ),
  es: set(
    'es esta ha tiene puede debe quiere usa sera va ofrece eligio entrega necesita ya confirma recomienda trabaja gestiona utiliza',
  ),
  pt: set('e tem pode deve quer usa sera vai oferece escolheu entrega precisa ja confirma recomenda trabalha utiliza'),
  ru: set(`выполнит получит сможет будет станет хочет планирует ищет предлагает поставит использует сделает выбрал выбрала уже подтвердил подтвердила
    рекомендует работает`),
};

function set(words: string): ReadonlySet<string> {
  return new Set(fold(words).split(/\s+/));
}

/** Capitalised by habit, naming nobody. */
export function isCommonCapital(folded: string): boolean {
  return CAPITALS.has(folded) || COMMON.has(folded) || COURTESY.test(folded);
}

/** True where a sentence's first word may be a name by what follows: "Globex will …" */
export function opensAsName(folded: string, next: string, language: string): boolean {
  if (OPENERS.has(folded) || ORDINARY_ENDINGS[language]?.test(folded)) return false;
  return (VERBS[language]?.has(next) ?? false) || /^['’]s$/u.test(next);
}
