import type { RawDelivery, Verification } from '@draftsmith/contracts';
import { expect } from 'vitest';
import type { ConnectorSamples, SampleDelivery, SigningScheme } from './samples.ts';

/** Where our public address would be; some schemes sign it. */
const CALLED = 'https://drafts.example.com/hooks';

export function schemeOf(
  verification: Verification,
  { sign, ownScheme }: Pick<ConnectorSamples<unknown>, 'sign' | 'ownScheme'>,
): SigningScheme {
  if (verification.scheme === 'own')
    return ownScheme ?? expect.fail('The samples of a connector with a scheme of its own need `ownScheme`');
  const { signatureHeader, timestamp } = verification;
  return {
    signatureHeader,
    ...(timestamp && { timestamp }),
    sign: (delivery, secret) => sign(verification, delivery, secret),
  };
}

/** A sample as it would come in at `at`, signed with `secret`. */
export function signed(
  { signatureHeader, timestamp, sign }: SigningScheme,
  sample: SampleDelivery,
  { secret, at }: { secret: string; at: Date },
): RawDelivery {
  const stamped = { ...sample.headers, ...timestampHeader(timestamp, at) };
  const delivery = { ...unsigned(sample), headers: stamped };
  return { ...delivery, headers: { ...stamped, [signatureHeader]: sign(delivery, secret) } };
}

/** A sample without signature, for what happens after verification. */
export function unsigned(sample: SampleDelivery): RawDelivery {
  return { body: Buffer.from(sample.body, 'utf8'), headers: { ...sample.headers }, method: 'POST', url: CALLED };
}

function timestampHeader(timestamp: SigningScheme['timestamp'], at: Date): Record<string, string> {
  if (!timestamp) return {};
  return { [timestamp.header]: timestamp.format === 'unix-ms' ? String(at.getTime()) : at.toISOString() };
}
