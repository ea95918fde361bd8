import type {
  ProposalDiff,
  ProposalOperation,
  ProposalProblem,
  ProposalRequest,
  ProposalVersionSummary,
  ProposalVersionView,
  ProposalView,
} from '@draftsmith/contracts';
import type { Trouble } from '../api/problem.ts';

/** What was declined, or never arrived. */
export type Failure = { problem: ProposalProblem } | { trouble: Trouble };

export interface Comparison {
  from: number;
  to: number;
  /** Null while it is on its way. */
  diff: ProposalDiff | null;
  failure: Failure | null;
}

export interface CardState {
  /** What the server said last; stays while it cannot be asked. Null: nothing yet. */
  view: ProposalView | null;
  /** What the last look brought instead of a view. */
  lookFailure: Failure | null;
  /** Asked for here and not yet accepted by the server. */
  sending: ProposalRequest | null;
  /** The operation that this person started here and that has not ended. */
  mine: { id: string; request: ProposalRequest } | null;
  /** What this person asked for and did not get. */
  failed: { request: ProposalRequest; failure: Failure } | null;
  /** The last operation of this person that ended well. */
  done: ProposalOperation | null;
  /** The version that was chosen to look at; null follows the newest. */
  chosen: number | null;
  /** Versions never change, so those that were read are kept. */
  versions: Readonly<Record<number, ProposalVersionView>>;
  /** A version that could not be read. */
  versionFailure: { number: number; failure: Failure } | null;
  comparison: Comparison | null;
  /** Grows whenever an operation begins or ends: an answer to an older question says nothing about the new state. */
  epoch: number;
}

export type CardEvent =
  | { type: 'viewed'; view: ProposalView; epoch: number }
  | { type: 'not-viewed'; failure: Failure }
  | { type: 'sent'; request: ProposalRequest }
  | { type: 'accepted'; operation: ProposalOperation }
  | { type: 'refused'; failure: Failure }
  | { type: 'progressed'; operation: ProposalOperation }
  /** The server no longer knows the operation that was waited for. */
  | { type: 'lost'; id: string }
  | { type: 'chose'; number: number | null }
  | { type: 'read'; version: ProposalVersionView }
  | { type: 'not-read'; number: number; failure: Failure }
  | { type: 'compared'; from: number; to: number; diff: ProposalDiff | null; failure: Failure | null }
  | { type: 'dismissed' };

export const START: CardState = {
  view: null,
  lookFailure: null,
  sending: null,
  mine: null,
  failed: null,
  done: null,
  chosen: null,
  versions: {},
  versionFailure: null,
  comparison: null,
  epoch: 0,
};

export function reduce(state: CardState, event: CardEvent): CardState {
  switch (event.type) {
    case 'viewed':
      return event.epoch === state.epoch ? viewed(state, event.view) : state;
    case 'not-viewed':
      return { ...state, lookFailure: event.failure };
    case 'sent':
      return { ...state, sending: event.request, failed: null, done: null, epoch: state.epoch + 1 };
    case 'accepted': {
      const mine = state.sending && { id: event.operation.id, request: state.sending };
      return progressed({ ...state, sending: null, mine, epoch: state.epoch + 1 }, event.operation);
    }
    case 'refused':
      return {
        ...state,
        sending: null,
        failed: state.sending && { request: state.sending, failure: event.failure },
        epoch: state.epoch + 1,
      };
    case 'progressed':
      return progressed(state, event.operation);
    case 'lost':
      return lost(state, event.id);
    case 'chose':
      return { ...state, chosen: event.number };
    case 'read':
      return {
        ...state,
        versions: { ...state.versions, [event.version.number]: event.version },
        versionFailure: state.versionFailure?.number === event.version.number ? null : state.versionFailure,
      };
    case 'not-read':
      return { ...state, versionFailure: { number: event.number, failure: event.failure } };
    case 'compared':
      return compared(state, event);
    case 'dismissed':
      return { ...state, failed: null };
  }
}

function viewed(state: CardState, view: ProposalView): CardState {
  const known = view.versions.some(({ number }) => number === state.chosen);
  return { ...state, view, lookFailure: null, chosen: known ? state.chosen : null };
}

function progressed(state: CardState, operation: ProposalOperation): CardState {
  const mine = state.mine?.id === operation.id ? state.mine : null;
  const view = state.view && { ...state.view, running: operation.state === 'running' ? operation : null };
  if (operation.state === 'running') return { ...state, view, lookFailure: null };
  const ended = { ...state, view, lookFailure: null, epoch: state.epoch + 1 };
  // What somebody else asked for and did not get is theirs to know.
  if (!mine) return ended;
  if (operation.state === 'failed') {
    const problem = operation.problem ?? UNEXPLAINED;
    return { ...ended, mine: null, failed: { request: mine.request, failure: { problem } } };
  }
  return { ...ended, mine: null, done: operation, chosen: makesVersion(operation) ? null : state.chosen };
}

const UNEXPLAINED: ProposalProblem = { code: 'broke-off', message: '', retryable: true };

function lost(state: CardState, id: string): CardState {
  const running = state.view?.running?.id === id ? null : (state.view?.running ?? null);
  return {
    ...state,
    mine: state.mine?.id === id ? null : state.mine,
    view: state.view && { ...state.view, running },
    epoch: state.epoch + 1,
  };
}

function compared(state: CardState, event: CardEvent & { type: 'compared' }): CardState {
  const { from, to, diff, failure } = event;
  const asked = diff === null && failure === null;
  const wanted = state.comparison?.from === from && state.comparison.to === to;
  // An answer about two versions that nobody compares any more.
  return asked || wanted ? { ...state, comparison: { from, to, diff, failure } } : state;
}

/** Attaching and quoting work on a version; everything else makes one. */
export function makesVersion({ what }: Pick<ProposalOperation, 'what'>): boolean {
  return what !== 'attach' && what !== 'quote';
}

/** The version on screen, as the newest view has it. */
export function shownSummary({ view, chosen }: Pick<CardState, 'view' | 'chosen'>): ProposalVersionSummary | null {
  return view?.versions.find(({ number }) => number === chosen) ?? view?.versions[0] ?? null;
}

/** The version on screen with its words; null while they are on their way. What was done with it is the view's to say. */
export function shownVersion(state: CardState): ProposalVersionView | null {
  const summary = shownSummary(state);
  const version = summary && state.versions[summary.number];
  return version && version.hash === summary.hash ? { ...version, ...summary } : null;
}

/** What runs for anybody on this deal. */
export function runningOperation({ view }: Pick<CardState, 'view'>): ProposalOperation | null {
  return view?.running ?? null;
}

export function isBusy({ view, sending, mine }: Pick<CardState, 'view' | 'sending' | 'mine'>): boolean {
  return sending !== null || mine !== null || Boolean(view?.running);
}
