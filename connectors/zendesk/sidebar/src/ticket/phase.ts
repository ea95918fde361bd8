import type { AssistOperation, AssistStep } from '@draftsmith/contracts';
import { isBusy, type SessionState, shownDraft, type Wish } from '../session/state.ts';

/** What fills the app. */
export type Phase =
  | { kind: 'loading' }
  /** Nothing was ever read: the trouble is all there is to show. */
  | { kind: 'trouble' }
  /** A first draft, or a summary where there is no draft, is on its way. */
  | { kind: 'progress' }
  | { kind: 'draft' }
  | { kind: 'none' }
  | { kind: 'skipped' }
  | { kind: 'failed' };

export function phaseOf(state: SessionState): Phase {
  const { view, trouble } = state;
  if (!view) return { kind: trouble ? 'trouble' : 'loading' };
  // A draft stays usable while another version is made.
  if (shownDraft(state)) return { kind: 'draft' };
  if (isBusy(state)) return { kind: 'progress' };
  if (view.state === 'skipped' || view.state === 'failed') return { kind: view.state };
  return { kind: 'none' };
}

export interface Work {
  what: Wish['revise']['kind'];
  step: AssistStep;
  /** Another agent who asked for it. */
  by: string | null;
}

/** What is under way, for whom it is shown: null when nothing is. */
export function workOf(state: SessionState, agentName: string | undefined): Work | null {
  if (!isBusy(state)) return null;
  const { view, wish, mine } = state;
  const running: AssistOperation | null = view?.running ?? null;
  const what = running?.what ?? wish?.revise.kind ?? mine?.wish.revise.kind ?? 'draft';
  const own = wish !== null || mine !== null || running?.byName === agentName;
  return { what, step: running?.step ?? 'queued', by: own ? null : (running?.byName ?? null) };
}

export const STEPS = ['queued', 'reading', 'searching', 'writing', 'checking'] as const;
