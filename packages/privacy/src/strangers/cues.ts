import { fold } from '../fold.ts';
import type { Token } from './tokens.ts';

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/).map(fold));
}

/** Before a surname. */
export const TITLES = words(
  `mr mrs ms miss mx dr prof professor sir madam herr herrn frau fräulein monsieur madame mademoiselle mme mlle señor señora
   señorita sr sra srta don doña senhor senhora dona signor signora signorina sig dott dottor dottoressa avv ing meneer mevrouw
   mevr dhr heer pan pani panu pana panią господин госпожа господина госпожи господину госпоже г-н г-жа officer detective
   captain judge senator president`,
);
/** Before a name, in a greeting. */
export const GREETINGS = words(
  `hi hello hey dear hallo hoi liebe lieber liebes bonjour cher chère salut hola estimado estimada querido querida olá oi caro
   cara prezado prezada ciao gentile egregio egregia salve beste geachte dag cześć witam witaj szanowny szanowna drogi droga
   здравствуйте здравствуй привет уважаемый уважаемая дорогой дорогая приветствую thanks thank danke merci gracias obrigado
   obrigada grazie bedankt dziękuję спасибо morning afternoon evening geehrte geehrter geehrten moin servus bom dia buongiorno
   buonasera tag день вечер утро cheers sorry bye welcome`,
);
/** "my wife Jana", "agent Bo": a name follows, whatever it looks like. */
export const ROLES = words(
  `wife husband son daughter brother sister mother father mom dad aunt uncle cousin nephew niece boss agent colleague
   coworker technician driver neighbor neighbour friend girlfriend boyfriend fiancé fiancée roommate landlord tenant attorney
   lawyer advisor assistant representative rep supervisor teacher nurse actor singer author founder ceo secretary named called
   mann ehefrau ehemann sohn tochter bruder schwester mutter vater kollege kollegin kollegen chef chefin nachbar nachbarin
   mitarbeiter mitarbeiterin freund freundin femme mari fils fille frère soeur sœur mère père collègue ami amie voisin voisine
   conseiller conseillère esposa esposo mujer marido hijo hija hermano hermana madre padre compañero compañera amigo amiga
   vecino vecina asesor asesora filho filha irmão irmã mãe pai colega vizinho vizinha atendente moglie marito figlio figlia
   fratello sorella collega vicino vicina amico amica vrouw man zoon dochter broer zus moeder vader vriend vriendin buurman
   buurvrouw medewerker medewerkster mąż żona syn córka brat siostra matka ojciec kolega koleżanka przyjaciel sąsiad konsultant
   муж жена сын дочь брат сестра мать отец коллега друг подруга сосед соседка менеджер менеджера менеджеру менеджером курьер
   курьера водитель директор сотрудник сотрудница оператор врач мужа жены сына дочери жену мужу коллеге коллегу мастер мастера`,
);
/** After one of these a place follows. */
export const PLACE_PREPOSITIONS = words(
  `in from to near at of through via visit visiting leaving outside across around toward towards within bei nach aus von nahe über
   à au aux en de depuis vers près chez desde a hacia em para até da do dal dalla di te uit naar bij van w we z ze do koło из в
   во до под около через на`,
);
/** Last lines before a signature, folded. */
const SIGN_OFF =
  /(?:regards|sincerely|yours(?: truly| faithfully)?|best(?: wishes)?|cheers|thanks(?: again| in advance| a lot| so much)?|thank you(?: very much| in advance| so much)?|respectfully|cordially|warmly|love|take care|grusse?n?|gruss|mfg|lg|vg|hochachtungsvoll|danke(?: im voraus)?|vielen dank|cordialement|salutations(?: distinguees)?|sinceres salutations|bien a vous|amities|merci(?: d'avance)?|saludos?(?: cordiales)?|atentamente|un saludo|gracias(?: de antemano)?|atenciosamente|abracos?|cumprimentos|att|obrigad[oa]|grato|saluti|cordialmente|distinti saluti|grazie(?: mille)?|groet(?:en|jes)?|groeten|hoogachtend|bedankt|pozdrawiam|pozdrowienia|z powazaniem|z wyrazami szacunku|dziekuje|с уважением|всего доброго|спасибо|заранее спасибо|с наилучшими пожеланиями|искренне ваш[аи]?|до свидания)[ ,.!–-]*$/;

/** Whether what stands before ends a letter: its last line is a greeting of farewell, or a dash. */
export function isSignedOff(before: string): boolean {
  const line = before.trimEnd();
  if (/(?:^|\n)[ \t]*[-–—~]{1,2}$/.test(line)) return true;
  return SIGN_OFF.test(fold(line.slice(-40)));
}

/** How sure the words before make it that a name follows. */
export type Introduction = 'sure' | 'likely' | undefined;

const SURE =
  /(?:\bname(?:'s| is| was|:|\s*=)|\bnamed|\bcalled|\bcalls? me|\bgoes by|\bask for|\bsigned(?: by)?|\bon behalf of|\battn:?|\bc\/o|\bname (?:ist|lautet)|\bich hei(?:ss|ß)e|\bheisst|je m['’]appelle|s['’]appelle|\bnom est|\bme llamo|\bse llama|nombre es|\bme chamo|nome e|\bmi chiamo|\bsi chiama|\bik heet|naam is|nazywam sie|mam na imie|nazywa sie|зовут(?: его| ее| меня)?|мене звати|мое имя|моя фамилия|фамилия|на имя|фио)[\s:–-]*$/;
const LIKELY =
  /(?:\bi am|\bi['’]m|\bthis is|\bit['’]s|\bit is|\bhere is|\bspoke (?:to|with)|\bspeaking (?:to|with)|\btalked (?:to|with)|\bmet(?: with)?|\bcontact|\bask|\btell|\bemail|\bassigned to|\bsigned|\bpatient|\bcustomer|\bclient|\bemployee|\battention|\bich bin|\bhier ist|\bje suis|\bici|\bc['’]est|\bsoy|\bsou|\bsono|\bik ben|\bjestem|\bto ja|\bthank you|\bthanks to|я -|я –|я —|это|с вами|беспокоит|пишет)[\s,–—-]*$/;

/** After these somebody tells the own name, which may be any word: "my name is rose". */
const SELF =
  /(?:\bname(?:'s| is|:)|\bname (?:ist|lautet)|\bich hei(?:ss|ß)e|je m['’]appelle|nom est|\bme llamo|nombre es|\bme chamo|nome e|\bmi chiamo|\bik heet|naam is|nazywam sie|mam na imie|меня зовут|мене звати|мое имя)[\s:–-]*$/;

/** Whether somebody tells the own name next. */
export function introducesSelf(text: string, start: number): boolean {
  return SELF.test(fold(text.slice(Math.max(0, start - 28), start)));
}

const LAST_OF_CUE = words(
  `name name's is was named called me for signed by of attn o ist lautet heiße heißt m'appelle appelle s'appelle est llamo llama es chamo é
   chiamo chiama heet nazywam nazywa się imię зовут звати его ее меня имя фамилия фио am i'm i it's it here to with contact ask tell email
   patient customer client employee attention bin suis ici c'est c soy sou sono ben jestem ja you я это вами беспокоит пишет`,
);

/** What the words before a name say about it. */
export function introduction(text: string, start: number, previous: Token): Introduction {
  // Most words stand after none of these, and the regular expressions cost.
  if (!LAST_OF_CUE.has(previous.folded)) return undefined;
  const before = fold(text.slice(Math.max(0, start - 28), start));
  if (SURE.test(before)) return 'sure';
  return LIKELY.test(before) ? 'likely' : undefined;
}

/** Whether the text is mostly German, where every noun has a capital. */
export function isGerman(tokens: readonly Token[]): boolean {
  let count = 0;
  for (const { folded } of tokens) if (GERMAN.has(folded)) count++;
  return count >= 2 && count * 12 >= tokens.length;
}

const GERMAN = words(
  'der die das und ich nicht ist ein eine einen mit auf für bitte wir sie mein meine habe haben den dem',
);
