import type { DealGap, ProposalProblem, ProposalProblemCode } from '@draftsmith/contracts';
import { AppError, type ErrorKind } from '@draftsmith/errors';

/** The English sentences; the card has its own in its languages. Nothing of the deal is in them. */
const SENTENCES: Record<ProposalProblemCode, { message: string; retryable: boolean }> = {
  'not-connected': { message: 'This account is not connected here', retryable: false },
  reconnect: { message: 'The connection was revoked: an admin must connect this account again', retryable: false },
  gaps: { message: 'Something is missing that no proposal can be right without', retryable: false },
  'no-template': { message: 'This template does not exist any more: choose another one', retryable: false },
  busy: { message: 'Something else is under way on this deal. Wait until it is done', retryable: true },
  'no-version': { message: 'There is no such version of the proposal', retryable: false },
  edited: { message: 'A person edited this section: it is replaced only when you say so', retryable: false },
  unbound: {
    message: 'Some figures or names are confirmed by nothing here: check that they are meant',
    retryable: false,
  },
  outdated: {
    message:
      "The deal's line items or prices are others by now, or the proposal's validity has ended: check that it is meant",
    retryable: false,
  },
  approval: {
    message: 'It is above the threshold: attach it first, so that whoever must agree is asked',
    retryable: false,
  },
  'quotes-off': { message: 'Draft quotes are switched off for this account', retryable: false },
  budget: { message: 'What may be spent on language models is spent for now', retryable: false },
  'not-found': { message: 'The deal is not there any more, or data in it was erased meanwhile', retryable: false },
  invalid: { message: 'The request was not understood', retryable: false },
  'source-down': { message: 'The deal could not be read or written. Try again in a moment', retryable: true },
  permission: { message: 'A permission is missing: an admin must connect this account again', retryable: false },
  'broke-off': { message: 'The work broke off in the middle. Try again', retryable: true },
};

export function problemOf(
  code: ProposalProblemCode,
  more: { message?: string; words?: readonly string[]; gaps?: readonly DealGap[] } = {},
): ProposalProblem {
  return { code, ...SENTENCES[code], ...more };
}

const OF_KINDS: Record<ErrorKind, ProposalProblemCode> = {
  auth: 'reconnect',
  permission: 'permission',
  'not-found': 'not-found',
  'rate-limited': 'source-down',
  conflict: 'source-down',
  invalid: 'broke-off',
  unavailable: 'source-down',
  timeout: 'source-down',
};

/** Errors are written for operators; a rep is told what to do. */
export function problemOfError(error: AppError): ProposalProblem {
  const { code, kind } = error;
  if (error instanceof Refused) return error.problem;
  if (code === 'unexpected') return problemOf('broke-off');
  return problemOf(OF_KINDS[kind]);
}

/** Ends an operation with a problem that a person can act on; trying again by itself cannot help. */
export class Refused extends AppError {
  readonly problem: ProposalProblem;

  constructor(problem: ProposalProblem) {
    super('invalid', problem.message, { code: `proposals.${problem.code}`, retryable: false });
    this.problem = problem;
  }
}

export function refused(code: ProposalProblemCode, more: Parameters<typeof problemOf>[1] = {}): Refused {
  return new Refused(problemOf(code, more));
}

/** Another try of the same work took over, or its words were forgotten: whoever meets this stops and says nothing. */
export function superseded(): AppError {
  return new AppError('conflict', 'Somebody else goes on with this', {
    code: 'proposals.superseded',
    retryable: false,
  });
}

export function isSuperseded(error: AppError): boolean {
  return error.code === 'proposals.superseded';
}
