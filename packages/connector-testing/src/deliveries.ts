import type { RawDelivery, Verification } from '@draftsmith/contracts';
import type { ConnectorSamples, SampleDelivery } from './samples.ts';

/** A sample as it would come in at `at`, signed with `secret`. */
export function signed(
  verification: Verification,
  sample: SampleDelivery,
  { sign, secret, at }: { sign: ConnectorSamples<unknown>['sign']; secret: string; at: Date },
): RawDelivery {
  const stamped = { ...sample.headers, ...timestampHeader(verification, at) };
  const delivery: RawDelivery = { body: Buffer.from(sample.body, 'utf8'), headers: stamped };
  return { ...delivery, headers: { ...stamped, [verification.signatureHeader]: sign(verification, delivery, secret) } };
}

/** A sample without signature, for what happens after verification. */
export function unsigned(sample: SampleDelivery): RawDelivery {
  return { body: Buffer.from(sample.body, 'utf8'), headers: { ...sample.headers } };
}

function timestampHeader({ timestamp }: Verification, at: Date): Record<string, string> {
  if (!timestamp) return {};
  return { [timestamp.header]: timestamp.format === 'unix-ms' ? String(at.getTime()) : at.toISOString() };
}
