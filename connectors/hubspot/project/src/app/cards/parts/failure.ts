import type { ProposalRequest } from '@draftsmith/contracts';
import type { Messages } from '../i18n/en.ts';
import type { Words } from '../i18n/problems-en.ts';
import type { CardState, Failure } from '../session/state.ts';

/** What to say of a failure. A code that this card does not know yet comes from a newer server, with its own sentence. */
export function wordsOf(failure: Failure, m: Messages): Words {
  if ('trouble' in failure) return m.troubles[failure.trouble];
  const { code, message } = failure.problem;
  const known: Words | undefined = m.problems[code];
  return known ?? { title: message || m.problems['broke-off'].title, text: m.problems['broke-off'].text };
}

/** Whether asking again can be of use without changing anything. */
export function mayTryAgain(failure: Failure): boolean {
  return 'trouble' in failure || failure.problem.retryable;
}

/** The same request, once more and meant: the server asks before it uses a version whose deal has moved on. */
export function meantAnyway({ request, failure }: NonNullable<CardState['failed']>): ProposalRequest | undefined {
  const isOutdated = 'problem' in failure && failure.problem.code === 'outdated';
  if (!isOutdated || (request.what !== 'attach' && request.what !== 'quote')) return undefined;
  return { ...request, confirmed: true };
}

/** What is asked of a person right at the section that it is about: their words, or somebody else's. */
export function askedAtSection({ failed }: Pick<CardState, 'failed'>, shown: number | undefined): boolean {
  if (!failed || !('problem' in failed.failure)) return false;
  const { request } = failed;
  const { code } = failed.failure.problem;
  const asks = (request.what === 'edit' && code === 'unbound') || (request.what === 'regenerate' && code === 'edited');
  return asks && request.version === shown;
}
