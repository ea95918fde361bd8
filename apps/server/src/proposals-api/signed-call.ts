import type { ConnectorCalls, ConnectorDescriptor, RawDelivery } from '@draftsmith/contracts';
import { AppError } from '@draftsmith/errors';
import type { RawSettings } from '@draftsmith/settings';
import { verifyDelivery } from '@draftsmith/webhooks';
import express, { type Request } from 'express';
import { sharedSettings } from '../accounts.ts';

export interface SignedCallsDeps {
  connectors: readonly ConnectorDescriptor[];
  raw: RawSettings;
  /** By which the source system calls us, without a trailing slash: it signs the address. */
  publicUrl: string;
  now: () => Date;
}

/** Bytes. The platform itself lets no more through than one megabyte, and nobody writes a section of that length. */
const BODY_LIMIT = '128kb';

/** The exact bytes: what was signed. */
export const rawBody = express.raw({ type: () => true, limit: BODY_LIMIT, inflate: false });

export interface SignedCall {
  connector: ConnectorDescriptor;
  calls: ConnectorCalls;
  delivery: RawDelivery;
}

/**
 * A request that the source system signed for one of its people or automations.
 *
 * @throws AppError `not-found` for a connector that sends none, `auth` for what is not signed by it for such a sender
 */
export function signedCall(
  deps: SignedCallsDeps,
  connectorId: string,
  request: Request,
  sender: keyof ConnectorCalls['verification'],
): SignedCall {
  const connector = deps.connectors.find(({ id }) => id === connectorId);
  const { calls, sharedEndpoint } = connector ?? {};
  if (!connector || !calls || !sharedEndpoint)
    throw new AppError('not-found', 'There is nothing at this address', { code: 'not-found' });
  const secret = sharedSettings(connector, deps.raw)[sharedEndpoint.secretSetting];
  const headers = Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [name, Array.isArray(value) ? value[0] : value]),
  );
  const delivery: RawDelivery = {
    ...{ headers, method: request.method, url: deps.publicUrl + request.originalUrl },
    body: Buffer.isBuffer(request.body) ? request.body : new Uint8Array(),
  };
  const verdict = verifyDelivery(calls.verification[sender], delivery, secret, deps.now());
  if (verdict.kind === 'rejected')
    throw new AppError('auth', 'The request is not signed as it should be', { code: `calls.${verdict.reason}` });
  return { connector, calls, delivery };
}
