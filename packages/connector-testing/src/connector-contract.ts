import type { ConnectorDescriptor } from '@draftsmith/contracts';
import { describe, test } from 'vitest';
import { accountChecks } from './checks/account.ts';
import { dealChecks } from './checks/deals.ts';
import { failureChecks } from './checks/failures.ts';
import { parsingChecks } from './checks/parsing.ts';
import { settingsChecks } from './checks/settings.ts';
import { verificationChecks } from './checks/verification.ts';
import type { Check, ConnectorSamples } from './samples.ts';

/** Everything that every connector must hold to, by group. */
export function contractChecks<Settings>(
  descriptor: ConnectorDescriptor<Settings>,
  samples: ConnectorSamples<Settings>,
): Record<string, readonly Check[]> {
  return {
    settings: settingsChecks(descriptor, samples),
    verification: verificationChecks(descriptor, samples),
    parsing: parsingChecks(descriptor, samples),
    failures: failureChecks(descriptor, samples),
    account:
      descriptor.capabilities.draftsAs === 'document'
        ? dealChecks(descriptor, samples)
        : accountChecks(descriptor, samples),
  };
}

/** Registers the contract as vitest tests. Call it once at the top of a connector's test file. */
export function connectorContract<Settings>(
  descriptor: ConnectorDescriptor<Settings>,
  samples: ConnectorSamples<Settings>,
): void {
  describe(`the connector contract holds for ${descriptor.id}`, () => {
    for (const [group, checks] of Object.entries(contractChecks(descriptor, samples))) {
      describe(group, () => {
        for (const { name, run } of checks) test(name, run);
      });
    }
  });
}
