import { type Agent, type Assist, parseInsertion, parseRating, parseRequest, parseVersion } from '@draftsmith/assist';
import type { ResourceRef } from '@draftsmith/contracts';
import { AppError } from '@draftsmith/errors';
import express, { type Request, type RequestHandler, type Response, Router } from 'express';
import { createLimits } from '../http/limits.ts';
import { agentNamedBy, type TokenDeps } from './authenticate.ts';
import { createKnownAgents, type KnownAgentsDeps } from './known-agents.ts';

export interface AssistRouterDeps extends Pick<TokenDeps, 'secretOf'>, Pick<KnownAgentsDeps, 'connectionOf'> {
  assist: Assist;
  now: () => Date;
  /** Told of each installation whose app asks, at most once a minute. */
  onSeen?: (connector: string, account: string) => void;
}

const BODY_LIMIT = '16kb';
const MINUTE = 60_000;
/** One ticket is polled once a second while something runs; an agent has some tickets open. */
const PER_AGENT = { max: 300, ms: MINUTE };
const PER_INSTALLATION = { max: 6_000, ms: MINUTE };
/** What starts work. Nobody reads more drafts than that. */
const STARTS_PER_AGENT = { max: 30, ms: MINUTE };
const SEEN = { max: 1, ms: MINUTE };

/** What the app beside a ticket asks. Mounted outside sign-in: it proves its callers itself. See contracts/assist.ts. */
export function assistRouter(deps: AssistRouterDeps): Router {
  const { assist, now } = deps;
  const ofAgents = createKnownAgents({ ...deps, now: () => now().getTime() });
  const take = createLimits(() => now().getTime(), 'assist.too-many');

  const authenticate: RequestHandler = async (request, response, next) => {
    const { connector, account, ticket } = request.params as Record<string, string>;
    const installation = { connector: connector ?? '', account: account ?? '' };
    const id = await agentNamedBy(deps, installation, request.get('authorization'));
    // Only now: what strangers send must not use up what the account may ask.
    const key = `${connector}/${account}`;
    take(key, PER_INSTALLATION);
    take(`${key}/${id}`, PER_AGENT);
    const agent = await ofAgents(installation.connector, installation.account, id);
    if (!/^[\w.-]{1,64}$/.test(ticket ?? '')) throw new AppError('not-found', 'There is no such ticket', NO_TICKET);
    if (deps.onSeen && isFirst(`seen ${key}`)) deps.onSeen(installation.connector, installation.account);
    response.locals.caller = { agent, resource: { ...installation, type: 'ticket', id: ticket } };
    next();
  };
  const isFirst = (key: string): boolean => {
    try {
      take(key, SEEN);
      return true;
    } catch {
      return false;
    }
  };

  const router = Router();
  const at = '/:connector/:account/tickets/:ticket';
  router.use(at, authenticate, express.json({ limit: BODY_LIMIT }));
  router.get(`${at}/view`, async (_request, response) => {
    const { resource, agent } = callerOf(response);
    response.json(await assist.view(resource, agent));
  });
  router.post(`${at}/operations`, async (request, response) => {
    const { resource, agent } = callerOf(response);
    const wanted = parseRequest(request.body);
    take(`start ${resource.connector}/${resource.account}/${agent.id}`, STARTS_PER_AGENT);
    const { known, operation } = await assist.start(resource, agent, wanted);
    response.status(known ? 200 : 202).json(operation);
  });
  router.get(`${at}/operations/:operation`, async (request, response) => {
    response.json(await assist.operation(callerOf(response).resource, operationIn(request)));
  });
  router.post(`${at}/insertions`, async (request, response) => {
    const { resource, agent } = callerOf(response);
    response.json(await assist.insert(resource, agent, parseInsertion(request.body)));
  });
  router.put(`${at}/ratings/:draft/:version`, async (request, response) => {
    const { resource, agent } = callerOf(response);
    const { draft, version } = request.params;
    await assist.rate(resource, agent, parseVersion(draft, version), parseRating(request.body));
    response.status(204).end();
  });
  return router;
}

const NO_TICKET = { code: 'assist.no-ticket' };

function callerOf({ locals }: Response): { resource: ResourceRef; agent: Agent } {
  return locals.caller as { resource: ResourceRef; agent: Agent };
}

function operationIn({ params }: Request): string {
  const id = String(params.operation);
  if (/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(id)) return id;
  throw new AppError('not-found', 'There is no such operation for this ticket', { code: 'assist.not-found' });
}
