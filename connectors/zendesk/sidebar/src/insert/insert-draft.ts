import type { Composer, Written } from '../zaf/composer.ts';
import { type Answer, type Facts, type Intent, nextStep, type Question, withAnswer } from './next-step.ts';

export interface InsertionPorts {
  /** The ticket that is open now. */
  ticketId(): Promise<string>;
  verdict(): Promise<Facts['verdict']>;
  composer: Pick<Composer, 'read' | 'write'>;
  ask(question: Question): Promise<Answer>;
}

export type InsertionResult =
  | { kind: 'inserted'; written: Written }
  | { kind: 'cancelled' }
  | { kind: 'refused'; why: 'other-ticket' | 'closed' };

/** Each round settles one question; somebody who types all the while could otherwise be asked for ever. */
const ROUNDS = 8;

/**
 * Puts a draft into the composer. Every round reads everything anew, so what was true when a question was asked is
 * checked again right before anything is written.
 */
export async function insertDraft(
  draft: { text: string; internal: boolean },
  ticketId: string,
  ports: InsertionPorts,
): Promise<InsertionResult> {
  let intent: Intent = { ticketId, internal: draft.internal, agreed: new Set(), typed: null };
  for (let round = 0; round < ROUNDS; round++) {
    const verdict = await ports.verdict();
    // Last, because it can change within moments.
    const [open, composer] = await Promise.all([ports.ticketId(), ports.composer.read()]);
    const facts: Facts = { ticketId: open, verdict, composer };
    const step = nextStep(facts, intent);
    if (step.do === 'refuse') return { kind: 'refused', why: step.why };
    if (step.do === 'write') {
      return { kind: 'inserted', written: await ports.composer.write(draft.text, step, composer) };
    }
    const agreed = withAnswer(intent, step.question, await ports.ask(step.question), facts);
    if (!agreed) return { kind: 'cancelled' };
    intent = agreed;
  }
  return { kind: 'cancelled' };
}
