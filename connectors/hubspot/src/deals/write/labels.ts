/** What people read in a note and on a task around the proposal itself. Values come escaped. */
export interface NoteLabels {
  heading: (title: string, version: number) => string;
  total: (total: string) => string;
  by: (name: string) => string;
  files: string;
  summary: string;
  restsOn: string;
  noSource: string;
  approval: (above: string, approver: string | undefined) => string;
  shortened: string;
  byModel: (model: string) => string;
  byNobody: string;
  reference: string;
}

export const NOTE_LABELS: Readonly<Record<'en' | 'ru', NoteLabels>> = {
  en: {
    heading: (title, version) => `Draft proposal “${title}”, version ${version}`,
    total: (total) => `Total: ${total}`,
    by: (name) => `Requested by ${name}`,
    files: 'Attached, private',
    summary: 'What it says, and what that rests on',
    restsOn: 'rests on',
    noSource: 'from the deal and its line items',
    approval: (above, approver) =>
      `Needs approval before it is sent: the total is above ${above}.${approver ? ` Approver: ${approver}.` : ' Nobody is named as approver.'}`,
    shortened: 'The summary was too long for a note and ends here. The attached files have all of it.',
    byModel: (model) => `Draft by ${model}, check before sending.`,
    byNobody: 'No model wrote this: composed from your own templates and the deal. Check before sending.',
    reference: 'Draftsmith reference',
  },
  ru: {
    heading: (title, version) => `Черновик предложения «${title}», версия ${version}`,
    total: (total) => `Итого: ${total}`,
    by: (name) => `По запросу: ${name}`,
    files: 'Вложения, закрытые',
    summary: 'О чём в нём говорится и на чём это основано',
    restsOn: 'основано на',
    noSource: 'по сделке и её позициям',
    approval: (above, approver) =>
      `Перед отправкой нужно согласование: сумма выше ${above}.${approver ? ` Согласует: ${approver}.` : ' Согласующий не назначен.'}`,
    shortened: 'Пересказ не поместился в заметку и обрывается здесь. Целиком он есть во вложенных файлах.',
    byModel: (model) => `Черновик написала модель ${model}, проверьте перед отправкой.`,
    byNobody: 'Модель не участвовала: собрано из ваших шаблонов и сделки. Проверьте перед отправкой.',
    reference: 'Номер Draftsmith',
  },
};
