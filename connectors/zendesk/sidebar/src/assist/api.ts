import {
  ASSIST_PATH,
  type AssistOperation,
  type AssistRating,
  type AssistRequest,
  type AssistView,
  type InsertCheck,
} from '@draftsmith/contracts';
import type { ZafClient, ZafRequest } from '../zaf/client.ts';
import type { Installation } from '../zaf/installation.ts';
import { AssistProblem, troubleOf } from './problem.ts';

export interface DraftRef {
  id: string;
  version: number;
}

/** The server's side of the app; each call is short. Rejects with `AssistProblem` only. */
export interface AssistApi {
  view(): Promise<AssistView>;
  start(request: AssistRequest): Promise<AssistOperation>;
  operation(id: string): Promise<AssistOperation>;
  checkInsertion(draft: DraftRef, revision: string | null): Promise<InsertCheck['verdict']>;
  rate(draft: DraftRef, rating: AssistRating): Promise<void>;
}

const TIMEOUT_MS = 15_000;
/** Of the token that Zendesk signs for each request. */
const TOKEN_SECONDS = 120;

export function createAssistApi(client: Pick<ZafClient, 'request'>, installation: Installation): AssistApi {
  const part = encodeURIComponent;
  const { backendUrl, subdomain, ticketId, agentId } = installation;
  const base = `${backendUrl}${ASSIST_PATH}/zendesk/${part(subdomain)}/tickets/${part(ticketId)}`;
  const call = async (type: ZafRequest['type'], path: string, body?: unknown): Promise<unknown> => {
    if (backendUrl === '') throw new AssistProblem('not-set-up');
    return answerOf(
      client.request({
        url: `${base}/${path}`,
        type,
        ...(body !== undefined && { contentType: 'application/json', data: JSON.stringify(body) }),
        headers: { Authorization: 'Bearer {{jwt.token}}', Accept: 'application/json' },
        secure: true,
        cors: false,
        autoRetry: false,
        timeout: TIMEOUT_MS,
        httpCompleteResponse: true,
        jwt: {
          algorithm: 'HS256',
          secret_key: '{{setting.shared_secret}}',
          expiry: TOKEN_SECONDS,
          // Who the agent is, the server asks Zendesk: a browser can claim anything.
          claims: { iss: subdomain, sub: agentId },
        },
      }),
    );
  };
  return {
    view: async () => expectRecord<AssistView>(await call('GET', 'view'), 'state'),
    start: async (request) => expectRecord<AssistOperation>(await call('POST', 'operations', request), 'id'),
    operation: async (id) => expectRecord<AssistOperation>(await call('GET', `operations/${part(id)}`), 'id'),
    checkInsertion: async (draft, revision) =>
      expectRecord<InsertCheck>(await call('POST', 'insertions', { draft, revision }), 'verdict').verdict,
    rate: async ({ id, version }, rating) => {
      await call('PUT', `ratings/${part(id)}/${version}`, rating);
    },
  };
}

/** The framework resolves or rejects with the whole response, and rejects with other things when there was none. */
async function answerOf(request: Promise<unknown>): Promise<unknown> {
  const response = await request.catch((failure: unknown) => failure);
  const { status, responseJSON, responseText } = (response ?? {}) as Record<string, unknown>;
  if (typeof status !== 'number' || status === 0) throw new AssistProblem('unreachable');
  const body = responseJSON ?? parsed(responseText);
  if (status >= 200 && status < 300) return body;
  throw new AssistProblem(troubleOf(status), messageOf(body));
}

function parsed(text: unknown): unknown {
  try {
    return typeof text === 'string' && text !== '' ? JSON.parse(text) : undefined;
  } catch {
    return undefined;
  }
}

/** A proxy's or sign-in page's HTML with status 200 is no answer of ours. */
function expectRecord<T>(body: unknown, key: keyof T & string): T {
  if (typeof body === 'object' && body !== null && key in body) return body as T;
  throw new AssistProblem('unreachable');
}

function messageOf(body: unknown): string {
  const message = typeof body === 'object' && body !== null && 'message' in body ? body.message : '';
  return typeof message === 'string' ? message.slice(0, 300) : '';
}
