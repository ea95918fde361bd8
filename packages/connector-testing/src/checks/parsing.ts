import type { ConnectorDescriptor, ParsedDelivery, RawDelivery } from '@draftsmith/contracts';
import { isAppError } from '@draftsmith/errors';
import { expect } from 'vitest';
import { arbitraryBody, mutations } from '../arbitrary.ts';
import { unsigned } from '../deliveries.ts';
import type { Check, ConnectorSamples } from '../samples.ts';

const ARBITRARY_BODIES = 2_000;

/** `parse` is pure and total: every delivery becomes events, reasons to ignore it, or an AppError `invalid`. */
export function parsingChecks<Settings>(
  { parse }: ConnectorDescriptor<Settings>,
  { deliveries }: ConnectorSamples<Settings>,
): Check[] {
  const kinds = (parsed: ParsedDelivery) => parsed.events.map((event) => event.kind);
  return [
    {
      name: 'an event names its resource and its delivery',
      run() {
        const parsed = parse(unsigned(deliveries.event));
        expect(parsed.deliveryId).not.toBe('');
        expect(parsed.events).toMatchObject([{ kind: 'event', resource: deliveries.event.resource }]);
      },
    },
    {
      name: 'the same bytes give the same result, and are left as they were',
      run() {
        const delivery = unsigned(deliveries.event);
        const first = parse(delivery);
        expect(parse(delivery)).toEqual(first);
        expect(delivery).toEqual(unsigned(deliveries.event));
      },
    },
    {
      name: 'our own write comes back as ignored, with a reason',
      run() {
        const parsed = parse(unsigned(deliveries.ownWrite));
        expect(kinds(parsed)).toEqual(['ignored']);
        expect(parsed.events).toMatchObject([{ reason: expect.stringMatching(/./) }]);
      },
    },
    {
      name: 'an unknown kind of event is ignored, not thrown',
      run: () => expect(kinds(parse(unsigned(deliveries.unknown)))).not.toContain('event'),
    },
    {
      name: 'arbitrary and damaged bytes never throw anything but AppError invalid',
      run() {
        const bodies = [deliveries.event.body, deliveries.ownWrite.body, deliveries.unknown.body];
        const { headers } = unsigned(deliveries.event);
        for (let seed = 0; seed < ARBITRARY_BODIES; seed += 1) {
          expectTotal(parse, { body: arbitraryBody(seed, bodies), headers }, `body of seed ${seed}`);
        }
      },
    },
    {
      name: 'JSON with any one value missing or of another kind never throws anything but AppError invalid',
      run() {
        const { headers, body } = unsigned(deliveries.event);
        for (const mutant of mutations(JSON.parse(Buffer.from(body).toString('utf8')))) {
          const json = JSON.stringify(mutant);
          expectTotal(parse, { body: Buffer.from(json), headers }, json.slice(0, 300));
          expectTotal(parse, { body: Buffer.from(json), headers: {} }, `without headers: ${json.slice(0, 300)}`);
        }
      },
    },
  ];
}

function expectTotal(parse: (delivery: RawDelivery) => ParsedDelivery, delivery: RawDelivery, about: string): void {
  try {
    const { deliveryId, events } = parse(delivery);
    const wellFormed = events.every((event) =>
      event.kind === 'event' ? event.resource.id !== '' : event.reason !== '',
    );
    expect(deliveryId !== '' && wellFormed, about).toBe(true);
  } catch (thrown) {
    if (!isAppError(thrown) || thrown.kind !== 'invalid') expect.fail(`${String(thrown)} for ${about}`);
  }
}
