import type { AssistFailure, DraftContext, Passage } from '@draftsmith/contracts';
import { containAnswer, guardOf, readContext, redactorOf, turn } from '@draftsmith/drafting';
import type { Completion } from '@draftsmith/llm';
import { failureOf } from '../failures.ts';
import { whyNoCompletion } from './why-unanswered.ts';
import { payerOf, type Work } from './work.ts';

export interface Question {
  /** Groups the ledger. */
  purpose: 'rewrite' | 'translate' | 'summarise';
  context: DraftContext;
  /** Ours; nothing of the ticket. */
  instructions: string;
  /** The material, with everything that people wrote redacted. Called more than once. */
  material: (redact: (text: string) => string) => string;
  /** What the answer may name: links in these stay. */
  sources: readonly Passage[];
  /** ISO 639-1 of the answer. */
  language: string;
  maxOutputTokens: number;
  /** What the ledger files it under: a draft, so that whoever forgets the draft finds it. */
  reference: string;
  cache?: 'on' | 'off';
}

export type Answer =
  | { kind: 'answered'; text: string; completion: Completion }
  | { kind: 'failed'; failure: AssistFailure };

/** One text from a model, as redacted, guarded, paid and bounded as a draft is. */
export async function askModel(work: Work, question: Question): Promise<Answer> {
  const { deps, policy, operation, signal } = work;
  const { instructions, language, sources } = question;
  await turn();
  const context = readContext(question.context);
  const texts: string[] = [];
  question.material((text) => {
    texts.push(text);
    return text;
  });
  const redactor = await redactorOf({
    ...{ context, policy, language, texts, passages: sources },
    recogniser: deps.recogniser,
  });
  const text = question.material((written) => redactor.redact(written)).toWellFormed();
  const request = {
    ...{ purpose: question.purpose, instructions, maxOutputTokens: question.maxOutputTokens },
    account: operation.resource.account,
    connector: operation.resource.connector,
    user: payerOf(work),
    messages: [{ role: 'user' as const, text }],
    guard: guardOf(redactor, instructions),
  };
  const { reference, cache = 'on' } = question;
  const result = await deps.completer.complete(request, { signal, reference, cache });
  if (result.kind !== 'answered') return { kind: 'failed', failure: whyNoCompletion(result) };
  const { completion } = result;
  if (!completion.modelWritten) return { kind: 'failed', failure: failureOf('no-model') };
  await turn();
  const restored = redactor.restoreReadably(completion.text, language);
  const bounds = { language, passages: sources, policy, customer: context.customer, instructions };
  const answer = containAnswer(restored, bounds);
  if (answer.text === '') return { kind: 'failed', failure: failureOf('refused') };
  return { kind: 'answered', text: answer.text, completion };
}

/** A text of ours, whose links may stand in what is made of it. */
export function asSource(text: string): Passage {
  return { sourceId: 'text', sourceTitle: '', sourceKind: 'macro', text, visibility: 'public', confidence: 1 };
}
