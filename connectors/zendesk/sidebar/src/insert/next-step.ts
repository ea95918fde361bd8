import type { InsertCheck } from '@draftsmith/contracts';
import { isBlank } from './reply-text.ts';

/** What an agent is asked before a draft goes into the composer. */
export type Question =
  | 'internal' // the draft rests on sources that customers may not see
  | 'newer-message'
  | 'replied'
  | 'unchecked' // the server cannot be asked whether something came meanwhile
  | 'typed-reply'
  | 'typed-note';

export type Answer = 'go-on' | 'append' | 'replace' | 'cancel';

/** As they are right before writing. */
export interface Facts {
  ticketId: string;
  verdict: InsertCheck['verdict'] | 'unchecked';
  composer: { type: string; text: string };
}

/** What was asked about: the ticket it was for, and what the agent has already agreed to. */
export interface Intent {
  ticketId: string;
  internal: boolean;
  agreed: ReadonlySet<Question>;
  /** How to treat what is typed, and the very text that the answer was about. */
  typed: { how: 'append' | 'replace'; text: string; type: string } | null;
}

export type NextStep =
  | { do: 'refuse'; why: 'other-ticket' | 'closed' }
  | { do: 'ask'; question: Question }
  /** `toPublic`: the composer holds an internal note and must become a public reply first. */
  | { do: 'write'; how: 'fill' | 'append' | 'replace'; toPublic: boolean };

const INTERNAL_NOTE = 'internalNote';

export function nextStep(facts: Facts, intent: Intent): NextStep {
  const { ticketId, verdict, composer } = facts;
  if (ticketId !== intent.ticketId) return { do: 'refuse', why: 'other-ticket' };
  if (verdict === 'closed') return { do: 'refuse', why: 'closed' };
  if (verdict !== 'ok' && !intent.agreed.has(verdict)) return { do: 'ask', question: verdict };
  if (intent.internal && !intent.agreed.has('internal')) return { do: 'ask', question: 'internal' };
  // Messaging channels have types of their own; only a note must not become what it is not.
  const toPublic = composer.type === INTERNAL_NOTE;
  if (isBlank(composer.text)) return { do: 'write', how: 'fill', toPublic };
  const { typed } = intent;
  const stillSo = typed?.text === composer.text && typed.type === composer.type;
  if (!typed || !stillSo) return { do: 'ask', question: toPublic ? 'typed-note' : 'typed-reply' };
  return { do: 'write', how: typed.how, toPublic };
}

/** Null when the agent called it off. Words of an internal note are never joined to a public reply. */
export function withAnswer(intent: Intent, question: Question, answer: Answer, facts: Facts): Intent | null {
  if (answer === 'cancel') return null;
  if (question === 'typed-reply' || question === 'typed-note') {
    const how = answer === 'replace' ? 'replace' : 'append';
    if (question === 'typed-note' && how === 'append') return null;
    return { ...intent, typed: { how, ...facts.composer } };
  }
  return { ...intent, agreed: new Set([...intent.agreed, question]) };
}
