/** Why no answer of the server arrived. What it answers and declines is a `ProposalProblem` instead. */
export type Trouble =
  /** The project was uploaded without the server's address. */
  | 'not-set-up'
  /** The server does not accept HubSpot's signature, or not from this person. */
  | 'refused'
  /** Nothing at that address. */
  | 'unknown'
  | 'busy'
  | 'unreachable';

export class NoAnswer extends Error {
  readonly trouble: Trouble;
  constructor(trouble: Trouble) {
    super(trouble);
    this.name = 'NoAnswer';
    this.trouble = trouble;
  }
}

/** Whether time alone may help. */
export function mayPass(trouble: Trouble): boolean {
  return trouble === 'unreachable' || trouble === 'busy';
}

export function troubleOf(status: number): Trouble {
  if (status === 401 || status === 403) return 'refused';
  if (status === 404) return 'unknown';
  return status === 429 ? 'busy' : 'unreachable';
}
