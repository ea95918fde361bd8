import { fold } from '@draftsmith/letters';

/** Countries and cities, one line a place with its names in the six languages; adjectives meet by their beginnings. */
const PLACES = `
germany deutschland allemagne alemania alemanha германия german germans deutsche
france frankreich francia franca франция french
spain spanien espagne espana espanha испания spanish
portugal португалия portuguese
russia russland russie rusia россия russian рф
austria osterreich autriche австрия austrian
switzerland schweiz suisse suiza suica швейцария swiss
italy italien italie italia италия italian
poland polen pologne polonia польша polish
netherlands niederlande pays-bas holanda нидерланды holland dutch
belgium belgien belgique belgica бельгия belgian
luxembourg luxemburg luxemburgo люксембург
denmark danemark dinamarca дания danish danemark
sweden schweden suede suecia швеция swedish
norway norwegen norvege noruega норвегия norwegian
finland finnland finlande finlandia финляндия finnish
ireland irland irlande irlanda ирландия irish
britain uk kingdom royaume konigreich england grossbritannien angleterre inglaterra reino-unido великобритания англия british
scotland schottland ecosse escocia шотландия
greece griechenland grece grecia греция greek
turkey turkei turquie turquia турция turkish
ukraine ucrania украина ukrainian
czechia tschechien tchequie chequia чехия czech
hungary ungarn hongrie hungria венгрия hungarian
romania rumanien roumanie румыния
bulgaria bulgarien bulgarie болгария
croatia kroatien croatie croacia хорватия
serbia serbien serbie сербия
usa us states america amerika amerique сша american
canada kanada канада canadian
mexico mexiko mexique мексика mexican
brazil brasilien bresil brasil бразилия brazilian
argentina argentinien argentine аргентина
chile chili чили
colombia kolumbien colombie колумбия
peru perou перу
china chine китай chinese
japan japon japao япония japanese
india indien inde индия indian
korea coree corea coreia корея
australia australien australie австралия
israel израиль
egypt agypten egypte egipto египет
morocco marokko maroc marruecos marrocos марокко
kazakhstan kasachstan казахстан
belarus weissrussland беларусь
georgia georgien georgie грузия
estonia estland estonie эстония
latvia lettland lettonie латвия
lithuania litauen lituanie литва
europe europa европа european eu ес
asia asien asie азия
africa afrika afrique африка
berlin берлин
hamburg hambourg hamburgo гамбург
munich munchen мюнхен
cologne koln colonia кельн
frankfurt francfort франкфурт
stuttgart
dresden leipzig-no
leipzig лейпциг
vienna wien vienne viena вена
zurich zurique цюрих
geneva genf geneve ginebra женева
paris париж
lyon лион
marseille marsella марсель
lille
bordeaux
nantes
toulouse
madrid мадрид
barcelona barcelone барселона
valencia
seville sevilla севилья
bilbao
lisbon lissabon lisbonne lisboa лиссабон
porto порту
coimbra
london londres londra лондон
manchester манчестер
dublin дублин
edinburgh
rome rom roma рим
milan mailand milano милан
amsterdam амстердам
brussels brussel bruxelles bruselas брюссель
copenhagen kopenhagen копенгаген
stockholm стокгольм
oslo осло
helsinki хельсинки
warsaw warschau varsovie варшава
krakow krakau
prague prag praga прага
budapest будапешт
moscow moskau moscou moscu москва
petersburg петербург
kazan казань
novosibirsk новосибирск
yekaterinburg екатеринбург
sochi сочи
kyiv kiev киев
istanbul стамбул
athens athen athenes atenas афины
boston бостон
chicago чикаго
seattle сиэтл
denver
austin
dallas
houston
miami майами
atlanta
york
toronto торонто
montreal
tokyo tokio токио
beijing peking pekin пекин
shanghai шанхай
singapore singapur сингапур
dubai дубай
sydney сидней
santiago
bogota
lima
rio
paulo
recife
brasilia
california texas-no
texas florida-no
florida
`;

/** Given names, surnames and companies that support mail is full of. */
const NAMES = `
anna maria peter paul john james robert michael william david richard thomas charles daniel matthew anthony mark steven andrew joshua kevin brian george
edward ronald timothy jason jeffrey ryan jacob gary nicholas eric jonathan stephen larry justin scott brandon benjamin samuel gregory frank alexander
patrick raymond jack dennis jerry tyler aaron henry adam nathan zachary walter kyle harold carl arthur roger keith jeremy lawrence sean christian
mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty margaret sandra ashley kimberly emily donna michelle carol
amanda melissa deborah stephanie rebecca laura sharon cynthia kathleen amy angela shirley brenda emma olivia sophia julia katja nina clara claire
hans klaus jurgen wolfgang uwe stefan markus sven lars jens felix lukas leon jonas sabine petra monika ursula heike birgit katrin anja silke greta lena
jean pierre michel jacques philippe nicolas julien camille chloe lea manon isabelle sylvie nathalie sophie luc louis antoine marc amelie
jose juan carlos luis javier miguel antonio pedro pablo diego sergio fernando carmen lucia elena pilar rosa ines marta sofia teresa isabel alejandro
joao tiago rui bruno andre goncalo beatriz mariana rita joana catarina leonor rafael gustavo felipe larissa fernanda
иван алексей дмитрий сергей андрей михаил николай павел владимир олег игорь антон максим александр анна мария елена ольга наталья татьяна ирина светлана
екатерина юлия дарья анастасия виктория марина людмила галина петр артем никита егор
smith johnson williams brown jones miller davis wilson anderson taylor moore jackson thompson martinez garcia lopez gonzalez rodriguez perez sanchez
muller mueller schmidt schneider fischer weber meyer wagner becker schulz schulze hoffmann koch bauer richter klein wolf schroder neumann schwarz braun krause
dupont durand dubois moreau laurent lefebvre leroy silva santos oliveira souza ferreira pereira costa almeida novak
иванов петров сидоров смирнов кузнецов попов соколов лебедев козлов новиков морозов волков иванова петрова смирнова кузнецова
dhl ups fedex dpd gls hermes usps gefco correos chronopost colissimo sedex ctt сдэк boxberry paypal stripe klarna visa mastercard amex maestro sofort sepa
google apple microsoft amazon facebook meta instagram whatsapp telegram twitter linkedin youtube netflix spotify samsung xiaomi huawei sony nokia lenovo dell
ebay shopify zendesk hubspot salesforce slack zoom dropbox trello asana jira github gitlab notion telekom vodafone orange telefonica movistar verizon
siemens bosch allianz axa lufthansa ryanair easyjet airbnb uber booking expedia ikea lidl aldi rewe tesco walmart яндекс сбербанк тинькофф
chrome firefox safari edge android ios windows macos linux outlook gmail
`;

const places = new Map<string, number>();
for (const [row, line] of PLACES.trim().split('\n').entries())
  for (const name of line.split(' ')) if (!name.endsWith('-no')) places.set(name, row);
const names = new Set(NAMES.trim().split(/\s+/));
/** Also words of a language, and far more often so. */
const ALSO_WORDS = new Set([
  'us',
  'mark',
  'booking',
  'rom',
  'lima',
  'rio',
  'will',
  'zoom',
  'edge',
  'meta',
  'orange',
  'sofort',
  'notion',
  'rosa',
  'wolf',
  'klein',
  'schwarz',
  'braun',
  'koch',
  'costa',
  'turkey',
  'pilar',
  'chili',
  'york',
  'ines',
  'rome',
  'rita',
  'frank',
  'jack',
  'slack',
  'apple',
  'target',
  'inde',
  'ups',
  'visa',
  'christian',
  'dell',
  'french',
  'franca',
  'bauer',
  'richter',
  'leon',
  'lea',
  'austin',
  'вена',
  'роза',
  'порту',
  'сочи',
  'лилия',
  'вера',
  'надежда',
  'любовь',
  'moore',
  'brown',
  'polish',
  'carmen',
  'рим',
]);

/** A number for a place, the same in every language; undefined for what is no known place. */
export function placeOf(word: string): number | undefined {
  const folded = fold(word);
  const known = places.get(folded) ?? places.get(folded.replace(/(?<=.{4})s$/, ''));
  return known ?? (/\p{Script=Cyrillic}/u.test(folded) ? russianPlace(folded) : undefined);
}

/** "в Германии", "из Москвы": the nominative ends otherwise. */
function russianPlace(word: string): number | undefined {
  const root = word.replace(/(?:ией|иею|ии|ию|ия|ой|ою|ом|ем|е|ы|и|у|ю|а|я)$/u, '');
  for (const ending of ['', 'а', 'я', 'ия', 'ь']) {
    const found = places.get(root + ending);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** True for what is nearly always a name, even at the beginning of a sentence. */
export function isKnownName(word: string): boolean {
  const folded = fold(word);
  if (ALSO_WORDS.has(folded)) return false;
  return (
    names.has(folded) || names.has(folded.replace(/(?:ой|ом|ым|у|а|е|ы|и|ю|я)$/u, '')) || placeOf(folded) !== undefined
  );
}
