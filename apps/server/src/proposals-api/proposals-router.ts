import type { Caller, ConnectorDescriptor, ResourceRef } from '@draftsmith/contracts';
import { AppError } from '@draftsmith/errors';
import { type Proposals, parseProposalRequest, type Rep } from '@draftsmith/proposals';
import { type Request, type RequestHandler, type Response, Router } from 'express';
import { createLimits } from '../http/limits.ts';
import type { KnownReps } from './known-reps.ts';
import { localeIn } from './locale-in.ts';
import { parseJson } from './parse-json.ts';
import { rawBody, type SignedCallsDeps, signedCall } from './signed-call.ts';

export interface ProposalsRouterDeps extends SignedCallsDeps {
  proposals: Proposals;
  reps: KnownReps;
}

const MINUTE = 60_000;
/** A card polls every two seconds while something runs; a rep has some deals open. */
const PER_PERSON = { max: 240, ms: MINUTE };
/** What starts work. Nobody reads more proposals than that. */
const STARTS_PER_PERSON = { max: 20, ms: MINUTE };

interface Asked {
  resource: ResourceRef;
  userId: string;
}

/** What the card on a deal asks: the source system signs for its people. See contracts/proposal-api.ts. */
export function proposalsRouter(deps: ProposalsRouterDeps): Router {
  const { proposals, now } = deps;
  const take = createLimits(() => now().getTime(), 'proposals.too-many');
  const authenticate: RequestHandler = (request, response, next) => {
    const { connector: id = '', deal = '' } = request.params as Record<string, string>;
    const { connector, calls, delivery } = signedCall(deps, id, request, 'people');
    const caller = calls.caller(delivery);
    if (!caller) throw new AppError('auth', 'The request does not say who asks', { code: 'calls.caller' });
    take(`${id}/${caller.account}/${caller.userId}`, PER_PERSON);
    response.locals.asked = askedFor(connector, caller, deal);
    next();
  };
  const repOf = async ({ resource, userId }: Asked, request: Request): Promise<Rep> => {
    // How figures are written for who asks.
    const locale = localeIn(request.query.locale);
    return { ...(await deps.reps(resource, userId)), ...(locale && { locale }) };
  };

  const router = Router();
  const at = '/:connector/deals/:deal';
  router.use(at, rawBody, authenticate);
  router.get(`${at}/view`, async (request, response) => {
    const asked = askedOf(response);
    response.json(await proposals.view(asked.resource, await repOf(asked, request)));
  });
  router.post(`${at}/operations`, async (request, response) => {
    const asked = askedOf(response);
    const wanted = parseProposalRequest(parseJson(request.body));
    take(`start ${asked.resource.connector}/${asked.resource.account}/${asked.userId}`, STARTS_PER_PERSON);
    response.json(await proposals.start(asked.resource, wanted, await repOf(asked, request)));
  });
  router.get(`${at}/operations/:operation`, async ({ params }, response) => {
    response.json(await proposals.operation(askedOf(response).resource, String(params.operation)));
  });
  router.get(`${at}/versions/:number`, async ({ params }, response) => {
    response.json(await proposals.version(askedOf(response).resource, numberIn(params.number)));
  });
  router.get(`${at}/diff`, async ({ query }, response) => {
    response.json(await proposals.diff(askedOf(response).resource, numberIn(query.from), numberIn(query.to)));
  });
  return router;
}

function askedFor(connector: ConnectorDescriptor, { account, userId }: Caller, deal: string): Asked {
  if (!/^\w{1,40}$/.test(deal))
    throw new AppError('not-found', 'There is no such deal', { code: 'proposals.not-found' });
  return { resource: { connector: connector.id, account, type: 'deal', id: deal }, userId };
}

const askedOf = ({ locals }: Response): Asked => locals.asked as Asked;

function numberIn(value: unknown): number {
  if (typeof value === 'string' && /^[1-9]\d{0,6}$/.test(value)) return Number(value);
  throw new AppError('invalid', 'Expected the number of a version', { code: 'proposals.invalid' });
}
