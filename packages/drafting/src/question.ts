import type { Attachment, DraftContext, SkipReason, Turn } from '@draftsmith/contracts';
import { classifyMessage, cleanMessage, detectLanguage, splitQuestions } from '@draftsmith/knowledge';

/** What the customer wants to know, taken from everything they wrote since the last public answer. */
export interface Question {
  /** The messages, cleaned of quoted tails and signatures. */
  text: string;
  /** One entry for each thing asked: a message with several is searched one by one. */
  parts: readonly string[];
  /** ISO 639-1 of the language it is written in. */
  language: string;
}

export type ReadQuestion = { kind: 'question'; question: Question } | { kind: 'skip'; reason: SkipReason };

/** Decides from the words alone whether there is anything to answer. Precision first: in doubt it is a question. */
export function readQuestion(context: DraftContext): ReadQuestion {
  const messages = unanswered(context);
  const text = messages.map(cleanMessage).join('\n\n').trim();
  if (!text) return { kind: 'skip', reason: 'no-customer-message' };
  const { kind } = classifyMessage(text, { subject: context.subject });
  if (kind !== 'question') return { kind: 'skip', reason: kind };
  const language = detectLanguage(text, hintOf(context));
  const parts = withSubject(context.subject, splitQuestions(text, language));
  return { kind: 'question', question: { text, parts, language } };
}

/** The language that the customer wrote in since the last public answer; null where there is too little to tell. */
export function languageOf(context: DraftContext): string | null {
  const text = unanswered(context).map(cleanMessage).join('\n\n').trim();
  return text === '' ? null : detectLanguage(text, hintOf(context));
}

function hintOf({ customer }: DraftContext): string | undefined {
  return customer.locale?.slice(0, 2).toLowerCase();
}

/** What the customer sent along since the last public answer. */
export function attachmentsOf(context: Pick<DraftContext, 'turns'>): Attachment[] {
  return unansweredTurns(context).flatMap(({ attachments }) => attachments ?? []);
}

function unanswered(context: DraftContext): string[] {
  return unansweredTurns(context).map(({ text }) => text);
}

function unansweredTurns({ turns }: Pick<DraftContext, 'turns'>): Turn[] {
  const conversation = turns.filter(({ role }) => role !== 'internal-note');
  const lastAnswer = conversation.findLastIndex(({ role }) => role === 'agent');
  return conversation.slice(lastAnswer + 1);
}

/** A short message often leaves its topic to the subject line ("It still does not work"). */
function withSubject(subject: string, parts: string[]): string[] {
  const [first, ...rest] = parts;
  if (first === undefined) return [subject];
  return rest.length === 0 && first.length < 200 ? [`${subject}\n${first}`] : parts;
}
