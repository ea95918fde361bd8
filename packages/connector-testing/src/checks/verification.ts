import type { ConnectorDescriptor } from '@draftsmith/contracts';
import { expect } from 'vitest';
import { schemeOf, signed } from '../deliveries.ts';
import type { Check, ConnectorSamples } from '../samples.ts';

const HOUR_MS = 60 * 60 * 1000;

/** Only what the source system signed a moment ago gets in. */
export function verificationChecks<Settings>(
  { verification, settings }: ConnectorDescriptor<Settings>,
  samples: ConnectorSamples<Settings>,
): Check[] {
  const { verify, now } = samples;
  const scheme = schemeOf(verification, samples);
  const secret = settings.webhookSecret(samples.settings) ?? '';
  const at = (time: Date) => signed(scheme, samples.deliveries.event, { secret, at: time });
  const genuine = at(now);
  const kindOf = (delivery: typeof genuine, key: string | undefined = secret) =>
    verify(verification, delivery, key, now).kind;
  const without = (header: string) => ({ ...genuine, headers: { ...genuine.headers, [header]: undefined } });

  const checks: Check[] = [
    { name: 'a signed delivery is verified', run: () => expect(kindOf(genuine)).toBe('verified') },
    {
      name: 'a body with one byte changed, added or removed is rejected',
      run() {
        const { body } = genuine;
        const flipped = Uint8Array.from(body, (byte, index) => (index === body.length >> 1 ? byte ^ 1 : byte));
        for (const tampered of [flipped, Buffer.concat([body, Buffer.from(' ')]), body.subarray(0, -1)]) {
          expect(kindOf({ ...genuine, body: tampered })).toBe('rejected');
        }
      },
    },
    { name: 'another secret is rejected', run: () => expect(kindOf(genuine, `${secret}x`)).toBe('rejected') },
    {
      name: 'without a secret everything is rejected, also what is signed with an empty one',
      run() {
        const forged = signed(scheme, samples.deliveries.event, { secret: '', at: now });
        // Not through kindOf, whose default would stand in for a missing secret.
        for (const missing of [undefined, '']) expect(verify(verification, forged, missing, now).kind).toBe('rejected');
      },
    },
    {
      name: 'a delivery without its signature is rejected',
      run: () => expect(kindOf(without(scheme.signatureHeader))).toBe('rejected'),
    },
  ];
  if (!scheme.timestamp) return checks;

  const { header, toleranceMs } = scheme.timestamp;
  return [
    ...checks,
    {
      name: 'a delivery without its timestamp is rejected',
      run: () => expect(kindOf(without(header))).toBe('rejected'),
    },
    {
      name: 'the tolerance for old deliveries is finite, at most an hour',
      run: () => expect(toleranceMs).toBeLessThanOrEqual(HOUR_MS),
    },
    {
      name: 'a correctly signed delivery that is too old or from the future is rejected',
      run() {
        for (const shift of [-toleranceMs - 60_000, toleranceMs + 60_000]) {
          expect(kindOf(at(new Date(now.getTime() + shift)))).toBe('rejected');
        }
      },
    },
    {
      name: 'a timestamp that was moved after signing is rejected',
      run() {
        const later = at(new Date(now.getTime() + 1_000)).headers[header];
        expect(kindOf({ ...genuine, headers: { ...genuine.headers, [header]: later } })).toBe('rejected');
      },
    },
  ];
}
