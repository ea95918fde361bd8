import type { DraftBrief, DraftContext, Passage, ReplyMaterial } from '@draftsmith/contracts';
import type { CompletionRequest } from '@draftsmith/llm';
import { addressOf, composeReply } from '@draftsmith/offline-drafter';
import type { Question } from './question.ts';

export interface PromptParts {
  context: DraftContext;
  brief: DraftBrief;
  question: Question;
  passages: readonly Passage[];
  /** Replaces personal data by surrogates; applied to everything that came from people. */
  redact: (text: string) => string;
}

/** Newest turns that go into a prompt, and characters of each: a ten-year-old thread must not fill the context. */
const MAX_TURNS = 16;
const MAX_TURN_LENGTH = 4_000;

/** What marks where people's words begin and end: in their words it would let them out of the frame, or speak for us. */
const FRAME = /<(\/?(?:conversation|message|sources)\b)/gi;

const AUTHOR = { customer: 'customer', agent: 'support', 'internal-note': 'internal note, never quote' } as const;

/** The one request behind a draft: text for models, and what to say when none of them can answer. */
export function toCompletionRequest({ context, brief, question, passages, ...parts }: PromptParts): CompletionRequest {
  // Half an emoji, cut off here or there, makes providers refuse the whole request.
  const redact = (text: string) => parts.redact(text).replace(FRAME, '‹$1').toWellFormed();
  const redacted = passages.map((passage) => ({
    ...passage,
    text: redact(passage.text),
    sourceTitle: redact(passage.sourceTitle),
    ...(passage.heading && { heading: redact(passage.heading) }),
  }));
  // Shaped before it is hidden: a surrogate cannot be cut down to a first name.
  const address = addressOf(context.customer.name, question.language);
  const material: ReplyMaterial = {
    language: question.language,
    questions: question.parts.map(redact),
    passages: redacted,
    ...(address && { customerName: redact(address) }),
    ...(brief.signature && { signature: brief.signature }),
  };
  return {
    purpose: 'reply',
    account: context.resource.account,
    connector: context.resource.connector,
    instructions: brief.instructions,
    messages: [{ role: 'user', text: [conversation(context, redact), sources(redacted), task(question)].join('\n\n') }],
    maxOutputTokens: brief.maxOutputTokens,
    compose: () => compose(material),
  };
}

function compose(material: ReplyMaterial) {
  const composed = composeReply(material);
  return composed.kind === 'reply' ? composed : { nothing: composed.detail };
}

function conversation({ subject, turns }: DraftContext, redact: (text: string) => string): string {
  const lines = turns
    .slice(-MAX_TURNS)
    // Hidden before it is cut: half an address is not recognised any more.
    .map(({ role, text }) => {
      const shown = redact(text).slice(0, MAX_TURN_LENGTH).toWellFormed();
      return `<message from="${AUTHOR[role]}">\n${shown}\n</message>`;
    });
  return `<conversation subject="${redact(subject).replaceAll('"', "'")}">\n${lines.join('\n\n')}\n</conversation>`;
}

function sources(passages: readonly Passage[]): string {
  const entries = passages.map(
    ({ sourceTitle, heading, visibility, text }, i) =>
      `[${i + 1}] ${sourceTitle}${heading ? `: ${heading}` : ''}${visibility === 'internal' ? ' (internal)' : ''}\n${text}`,
  );
  return `<sources>\n${entries.join('\n\n')}\n</sources>`;
}

function task({ language }: Question): string {
  return `Write the reply to the customer's last message in this language: ${language}. After each statement that rests on a source, put its number in square brackets.`;
}
