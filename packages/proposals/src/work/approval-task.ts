import type { AskApproval } from '@draftsmith/contracts';

export interface Asked {
  language: 'en' | 'ru';
  title: string;
  /** Formatted, as `above`. */
  total: string;
  above: string;
  number: number;
  /** When somebody attached it. */
  from: Date;
}

/** Time for whoever must agree. */
const DUE_MS = 24 * 60 * 60_000;

const TEXTS = {
  en: {
    subject: ({ title, number }: Asked) => `Approve the proposal: ${title}, version ${number}`,
    body: ({ total, above }: Asked) =>
      `The proposal comes to ${total}, which is above ${above}. Read it in the note on this deal, and agree or say what to change before it is sent.`,
  },
  ru: {
    subject: ({ title, number }: Asked) => `Согласовать предложение: ${title}, версия ${number}`,
    body: ({ total, above }: Asked) =>
      `Сумма предложения ${total}, это выше ${above}. Прочитайте его в заметке к сделке и согласуйте или напишите, что изменить, прежде чем его отправят.`,
  },
} as const;

/** What the task says: the same for each repeat. */
export function taskOf(asked: Asked): Pick<AskApproval, 'subject' | 'body' | 'dueAt'> {
  const { subject, body } = TEXTS[asked.language];
  const dueAt = new Date(asked.from.getTime() + DUE_MS).toISOString();
  return { subject: subject(asked), body: body(asked), dueAt };
}
