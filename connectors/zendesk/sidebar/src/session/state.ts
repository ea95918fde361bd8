import type {
  AssistDraft,
  AssistFailure,
  AssistOperation,
  AssistRating,
  AssistRequest,
  AssistView,
} from '@draftsmith/contracts';
import type { DraftRef } from '../assist/api.ts';
import type { Trouble } from '../assist/problem.ts';

/** What an agent asks for; `base` is the version that it is about, null for the conversation itself. */
export interface Wish {
  revise: AssistRequest['revise'];
  base: DraftRef | null;
}

/** A translation or summary: for the agent to read, never part of a reply. */
export interface Aside {
  what: 'translate' | 'summarise';
  text: string;
  language: string;
}

/** What did not work, and what was wished for, to try it again. */
export interface FailedWish extends AssistFailure {
  wish: Wish | null;
}

export interface SessionState {
  /** What the server said last; stays while it cannot be reached. Null: nothing yet. */
  view: AssistView | null;
  trouble: Trouble | null;
  /** Asked for here and not yet accepted by the server. */
  wish: Wish | null;
  /** The operation that this agent started and that has not ended. */
  mine: { id: string; wish: Wish } | null;
  failed: FailedWish | null;
  aside: Aside | null;
  /** A version that the agent went back to; null follows the newest. */
  chosen: DraftRef | null;
}

export type SessionEvent =
  | { type: 'viewed'; view: AssistView }
  | { type: 'troubled'; trouble: Trouble }
  | { type: 'wished'; wish: Wish }
  | { type: 'accepted'; operation: AssistOperation }
  | { type: 'refused'; failure: AssistFailure }
  | { type: 'progressed'; operation: AssistOperation }
  /** The server no longer knows the operation that was waited for. */
  | { type: 'lost' }
  | { type: 'chose'; version: DraftRef }
  | { type: 'rated'; draft: DraftRef; rating: AssistRating | null }
  | { type: 'dismissed'; what: 'failed' | 'aside' };

export const START: SessionState = {
  view: null,
  trouble: null,
  wish: null,
  mine: null,
  failed: null,
  aside: null,
  chosen: null,
};

export function reduce(state: SessionState, event: SessionEvent): SessionState {
  switch (event.type) {
    case 'viewed':
      return viewed(state, event.view);
    case 'troubled':
      return { ...state, trouble: event.trouble };
    case 'wished':
      return { ...state, wish: event.wish, failed: null };
    case 'accepted': {
      const mine = state.wish && { id: event.operation.id, wish: state.wish };
      return progressed({ ...state, wish: null, mine }, event.operation);
    }
    case 'refused':
      return { ...state, wish: null, failed: { wish: state.wish, ...event.failure } };
    case 'progressed':
      return progressed(state, event.operation);
    case 'lost':
      return { ...state, mine: null, view: state.view && { ...state.view, running: null } };
    case 'chose':
      return { ...state, chosen: isNewest(state.view, event.version) ? null : event.version };
    case 'rated':
      return state.view ? { ...state, view: withRating(state.view, event.draft, event.rating) } : state;
    case 'dismissed':
      return { ...state, [event.what]: null };
  }
}

function viewed(state: SessionState, view: AssistView): SessionState {
  const grown = !same(view.draft, state.view?.draft ?? null);
  const known = state.chosen !== null && versionsOf(view).some((version) => same(version, state.chosen));
  // A version that was made meanwhile is what the agent waits for; it shows itself.
  return { ...state, view, trouble: null, chosen: grown || !known ? null : state.chosen };
}

function progressed(state: SessionState, operation: AssistOperation): SessionState {
  const view = state.view && { ...state.view, running: operation.state === 'running' ? operation : null };
  if (operation.state === 'running') return { ...state, view, trouble: null };
  const mine = state.mine?.id === operation.id ? state.mine : null;
  const ended = { ...state, view, trouble: null, mine: mine ? null : state.mine };
  // What another agent asked for and did not get is theirs to know.
  if (!mine) return ended;
  if (operation.state === 'failed') {
    return { ...ended, failed: { wish: mine.wish, ...(operation.failure ?? UNEXPLAINED) } };
  }
  const aside = asideOf(operation);
  return aside ? { ...ended, aside } : ended;
}

const UNEXPLAINED: AssistFailure = { message: '', retryable: true };

function asideOf({ what, text, language = '' }: AssistOperation): Aside | null {
  return (what === 'translate' || what === 'summarise') && text ? { what, text, language } : null;
}

function withRating(view: AssistView, ref: DraftRef, rating: AssistRating | null): AssistView {
  const rated = (draft: AssistDraft) => (same(draft, ref) ? { ...draft, rating } : draft);
  return { ...view, draft: view.draft && rated(view.draft), earlier: view.earlier.map(rated) };
}

export function same(one: DraftRef | null, other: DraftRef | null): boolean {
  return one?.id === other?.id && one?.version === other?.version;
}

function isNewest(view: AssistView | null, version: DraftRef): boolean {
  return same(view?.draft ?? null, version);
}

/** Newest first. */
export function versionsOf({ draft, earlier }: Pick<AssistView, 'draft' | 'earlier'>): readonly AssistDraft[] {
  return draft ? [draft, ...earlier] : earlier;
}

/** The version on screen. */
export function shownDraft({ view, chosen }: Pick<SessionState, 'view' | 'chosen'>): AssistDraft | null {
  if (!view) return null;
  return versionsOf(view).find((version) => same(version, chosen)) ?? view.draft;
}

/** The version `steps` older (negative: newer) than the one on screen; null where the history ends. */
export function neighbour(state: Pick<SessionState, 'view' | 'chosen'>, steps: number): AssistDraft | null {
  if (!state.view) return null;
  const versions = versionsOf(state.view);
  const shown = shownDraft(state);
  const at = versions.findIndex((version) => same(version, shown));
  return at < 0 ? null : (versions[at + steps] ?? null);
}

/** Something is on its way: asked for here, running for anybody, or waiting in the queue. */
export function isBusy({ view, wish, mine }: SessionState): boolean {
  return wish !== null || mine !== null || Boolean(view?.running) || view?.state === 'waiting';
}
