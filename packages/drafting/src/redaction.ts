import type { AccountPolicy, DraftContext, Passage } from '@draftsmith/contracts';
import type { PayloadGuard } from '@draftsmith/llm';
import { createRedactor, keepFrom, type Redactor, type RemoteRecogniser } from '@draftsmith/privacy';

export interface RedactionInput {
  context: Pick<DraftContext, 'customer' | 'people'>;
  passages: readonly Passage[];
  policy: AccountPolicy;
  /** ISO 639-1. */
  language: string;
  /** Every text that will be redacted for a prompt, before any of them is. */
  texts: readonly string[];
  /** Adds what a model on another machine finds. */
  recogniser?: RemoteRecogniser | undefined;
}

/** The redactor of one draft: it has read all texts, so a name that one of them gives away is gone from the others. */
export async function redactorOf(input: RedactionInput): Promise<Redactor> {
  const { context, passages, policy, language, texts, recogniser } = input;
  const { allow, deny, regions, surrogates } = policy.privacy;
  // A town in the delivery terms is no customer's; an old reply may name one.
  const own = passages.filter(({ sourceKind }) => sourceKind !== 'past-reply').map(({ text }) => text);
  const redactor = createRedactor([context.customer, ...context.people], {
    keep: keepFrom(own),
    allow,
    deny,
    regions,
    surrogates,
  });
  if (recogniser) await redactor.learnWith(texts, recogniser, language);
  else redactor.learn(texts);
  return redactor;
}

/**
 * What must not leave with a request, for the transport that sends it.
 *
 * @param ours a text that goes with every request and says nothing of anybody: a customer who is called as one of its
 *   words is (a firm named Zendesk, say) would else never get a draft
 */
export function guardOf(redactor: Redactor, ours = ''): PayloadGuard {
  const written = JSON.stringify(ours).slice(1, -1);
  const blank = ' '.repeat(written.length);
  return {
    inspect: (payload) => redactor.leaks(written === '' ? payload : payload.replace(written, () => blank)),
    replaced: () => Object.fromEntries(Object.entries(redactor.counts()).filter(([, count]) => count > 0)),
  };
}
