import type { AutomationCall, Caller, ConnectorCalls, RawDelivery } from '@draftsmith/contracts';
import { AppError } from '@draftsmith/errors';
import { z } from 'zod';
import { ACTION_ANSWERS, ACTION_INPUTS, ACTION_RETRY_AFTER } from '../facts.ts';
import { readJson } from '../read-json.ts';
import { automationVerification, peopleVerification } from '../signature.ts';
import { optionalId } from '../webhook/schemas.ts';

/** What the card and the workflow action of our app project send. */
export const calls: ConnectorCalls = {
  verification: { people: peopleVerification, automations: automationVerification },
  caller,
  action,
  actionAnswers: ACTION_ANSWERS,
  actionRetryAfter: ACTION_RETRY_AFTER,
};

/**
 * HubSpot appends `portalId`, `userId`, `userEmail` and `appId` to the address, in an order that it does not tell. Each has
 * to be there exactly once: a card may call any address, and could name somebody else in front.
 */
function caller({ url }: RawDelivery): Caller | undefined {
  const query = new URLSearchParams(url?.slice(url.indexOf('?') + 1));
  const [account, userId] = [onlyId(query, 'portalId'), onlyId(query, 'userId')];
  return url?.includes('?') && account && userId ? { account, userId } : undefined;
}

function onlyId(query: URLSearchParams, name: string): string | undefined {
  const [value, ...more] = query.getAll(name);
  return value !== undefined && more.length === 0 && /^[1-9]\d{0,19}$/.test(value) ? value : undefined;
}

const actionBody = z.object({
  callbackId: z.string().regex(/^[\w:.-]{1,200}$/),
  origin: z.object({ portalId: optionalId }),
  object: z.object({ objectId: optionalId, objectType: z.string() }),
  inputFields: z.record(z.string(), z.unknown()).nullish().catch(undefined),
});

function action({ body }: RawDelivery): AutomationCall {
  const parsed = actionBody.safeParse(readJson(body));
  if (!parsed.success) throw noAction();
  const { callbackId, origin, object, inputFields } = parsed.data;
  const { portalId: account } = origin;
  if (account === undefined || object.objectId === undefined || !/^(?:DEAL|0-3)$/i.test(object.objectType))
    throw noAction();
  const [templateId, locale] = [
    chosen(inputFields?.[ACTION_INPUTS.template]),
    chosen(inputFields?.[ACTION_INPUTS.language]),
  ];
  return {
    account,
    resource: { type: 'deal', id: object.objectId },
    callbackId,
    choices: { ...(templateId && { templateId }), ...(locale && { locale }) },
  };
}

/** What nobody filled in is empty, or not there. */
function chosen(value: unknown): string | undefined {
  return typeof value === 'string' && value.length <= 100 ? value.trim() || undefined : undefined;
}

function noAction(): AppError {
  return new AppError('invalid', 'This is no step of a workflow on a deal', { code: 'hubspot.no-action' });
}
