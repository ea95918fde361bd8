import type { Agent } from '@draftsmith/assist';
import type { Connection } from '@draftsmith/contracts';
import { AppError } from '@draftsmith/errors';

export interface KnownAgentsDeps {
  connectionOf: (connector: string, account: string) => Connection | undefined;
  now: () => number;
}

/** Milliseconds until a name, or a dismissal, is asked for again; until somebody refused may be somebody; and how long
 * somebody is believed while the source system is away. */
const [KNOWN, UNKNOWN, LAST_KNOWN] = [5 * 60_000, 30_000, 60 * 60_000];
/** Milliseconds that a source system may take to say who somebody is. */
const PATIENCE = 5_000;
const MOST = 10_000;

interface Answer {
  agent: Agent | undefined;
  at: number;
}

/** Who agents are, by the source system's own word. Asked once for all requests at a time. */
export function createKnownAgents({ connectionOf, now }: KnownAgentsDeps) {
  const answers = new Map<string, Answer>();
  const asking = new Map<string, Promise<Answer>>();

  const ask = (key: string, lookUp: NonNullable<Connection['agent']>, id: string): Promise<Answer> => {
    const before = asking.get(key);
    if (before) return before;
    const asked = lookUp(id, AbortSignal.timeout(PATIENCE))
      .then((agent) => {
        const answer = { agent, at: now() };
        answers.delete(key);
        answers.set(key, answer);
        // The oldest is the first.
        if (answers.size > MOST) for (const first of answers.keys()) if (answers.delete(first)) break;
        return answer;
      })
      .finally(() => asking.delete(key));
    asking.set(key, asked);
    return asked;
  };

  /** @throws AppError `permission` for anybody who is no agent there; what the source system throws when it is away */
  return async (connector: string, account: string, id: string): Promise<Agent> => {
    const connection = connectionOf(connector, account);
    // Without anybody to ask, a browser's word would be all there is.
    if (!connection?.agent) throw new AppError('unavailable', 'This account cannot say who its agents are', CLOSED);
    const { agent: lookUp } = connection;
    const key = JSON.stringify([connector, account, id]);
    const last = answers.get(key);
    const isYoung = last && now() - last.at < (last.agent ? KNOWN : UNKNOWN);
    const answer = isYoung ? last : await ask(key, lookUp.bind(connection), id).catch((error) => stale(error, last));
    if (!answer.agent) throw new AppError('permission', 'Drafts are for agents of this account only', NO_AGENT);
    return answer.agent;
  };

  function stale(error: unknown, last: Answer | undefined): Answer {
    if (last?.agent && now() - last.at < LAST_KNOWN) return last;
    throw error;
  }
}

const CLOSED = { code: 'assist.no-agents' };
const NO_AGENT = { code: 'assist.no-agent' };
