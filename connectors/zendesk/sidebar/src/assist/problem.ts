/** Why the server did not do what it was asked. */
export type Trouble =
  /** The admin has not told where the server is. */
  | 'not-set-up'
  /** The server does not accept the shared key. */
  | 'key-refused'
  /** The server does not know this agent, or they may not see the ticket. */
  | 'not-allowed'
  /** The server does not know this account or ticket. */
  | 'unknown'
  | 'busy'
  | 'unreachable'
  /** It understood and declined. */
  | 'declined';

export class AssistProblem extends Error {
  readonly trouble: Trouble;
  constructor(trouble: Trouble, message = '') {
    super(message);
    this.name = 'AssistProblem';
    this.trouble = trouble;
  }
}

/** Whether time alone may help. */
export function mayPass(trouble: Trouble): boolean {
  return trouble === 'unreachable' || trouble === 'busy';
}

export function troubleOf(status: number): Trouble {
  if (status === 401) return 'key-refused';
  if (status === 403) return 'not-allowed';
  if (status === 404) return 'unknown';
  if (status === 429) return 'busy';
  return status >= 400 && status < 500 && status !== 408 ? 'declined' : 'unreachable';
}
