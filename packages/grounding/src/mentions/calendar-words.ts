import { fold } from '@draftsmith/letters';

/** Months in order, each with its forms in en, de, fr, es, pt and ru, folded; a prefix would also find "mayor" and "sept" (seven). */
const MONTHS = [
  'january jan januar janner janvier janv enero ene janeiro январь января январе янв',
  'february feb februar fevrier fevr febrero fevereiro fev февраль февраля феврале фев',
  'march mar marz maerz mars marzo marco март марта марте мар',
  'april apr avril avr abril abr апрель апреля апреле апр',
  'may mai mayo maio май мая мае',
  'june jun juni juin junio junho июнь июня июне июн',
  'july jul juli juillet juil julio julho июль июля июле июл',
  'august aug aout agosto ago август августа августе авг',
  'september sep sept septembre septiembre setiembre setembro set сентябрь сентября сентябре сен сент',
  'october oct oktober okt octobre octubre outubro out октябрь октября октябре окт',
  'november nov novembre noviembre novembro ноябрь ноября ноябре ноя нояб',
  'december dec dezember dez decembre diciembre dic dezembro декабрь декабря декабре дек',
];
/** Monday first. */
const WEEKDAYS = [
  'monday mondays mon montag montags mo lundi lundis lun lunes segunda понедельник понедельника понедельнику понедельникам пн',
  'tuesday tuesdays tue tues dienstag dienstags di mardi mardis martes terca вторник вторника вторнику вторникам вт',
  'wednesday wednesdays wed mittwoch mittwochs mi mercredi mercredis mer miercoles mie quarta среда среду среды средам ср',
  'thursday thursdays thu thur thurs donnerstag donnerstags jeudi jeudis jeu jueves jue quinta четверг четверга четвергу четвергам чт',
  'friday fridays fri freitag freitags vendredi vendredis ven viernes vie sexta пятница пятницу пятницы пятнице пятницам пт',
  'saturday saturdays sat samstag samstags sonnabend samedi samedis sam sabado sabados sab суббота субботу субботы субботе субботам сб',
  'sunday sundays sun sonntag sonntags dimanche dimanches dim domingo domingos dom воскресенье воскресенья воскресеньям вс',
];
/** Words that are something else far more often: only believed between figures or in a range. */
const SHORT = new Set(
  'mar may mai mo di mi mer sun sat sam dom out set ago dic fev fr wed mon jan sab lun dim ven ср вт пн чт пт сб вс мая мае ene segunda terca quarta quinta sexta мар сен jue vie mie abr mars marco marzo marz sep sept dez'.split(
    ' ',
  ),
);

const months = numbered(MONTHS, 1);
const weekdays = numbered(WEEKDAYS, 0);

function numbered(rows: readonly string[], first: number): ReadonlyMap<string, number> {
  return new Map(rows.flatMap((row, index) => row.split(' ').map((word) => [word, index + first] as const)));
}

/** 1 to 12. */
export function monthOf(word: string): number | undefined {
  return months.get(fold(word));
}

/** 0 (Monday) to 6. */
export function weekdayOf(word: string): number | undefined {
  return weekdays.get(fold(word));
}

export function isMonthName(word: string): boolean {
  return months.has(fold(word));
}

/** True for forms that need a figure or another day beside them to be believed. */
export function isDoubtful(word: string): boolean {
  return SHORT.has(fold(word));
}

/** Relative days as days from today. */
const RELATIVE = new Map<string, number>(
  Object.entries({
    today: 0,
    tonight: 0,
    heute: 0,
    aujourd: 0,
    hoy: 0,
    hoje: 0,
    сегодня: 0,
    tomorrow: 1,
    morgen: 1,
    demain: 1,
    manana: 1,
    amanha: 1,
    завтра: 1,
    yesterday: -1,
    gestern: -1,
    hier: -1,
    ayer: -1,
    ontem: -1,
    вчера: -1,
  }),
);

const RELATIVE_LANGUAGE: Readonly<Record<string, string>> = { hier: 'fr', morgen: 'de', demain: 'fr', manana: 'es' };

export function relativeDay(word: string, language: string): number | undefined {
  const folded = fold(word);
  const only = RELATIVE_LANGUAGE[folded];
  if (only !== undefined && only !== language) return undefined;
  return RELATIVE.get(folded);
}

/** Words for Monday to Friday. */
export const WORKWEEK = new Set('weekdays weekday wochentags werktags будням будни будние'.split(' '));
