import type { ConnectorDescriptor } from '@draftsmith/contracts';
import { expect } from 'vitest';
import type { Check, ConnectorSamples } from '../samples.ts';

/** An operator can set it up from the help alone, and nothing secret has a default. */
export function settingsChecks<Settings>(
  { id, title, settings }: ConnectorDescriptor<Settings>,
  samples: ConnectorSamples<Settings>,
): Check[] {
  return [
    {
      name: 'has a kebab-case id and a title',
      run() {
        expect(id).toMatch(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/);
        expect(title).not.toBe('');
      },
    },
    {
      name: 'says of every setting what is expected, and marks the secret ones',
      run() {
        const lines = Object.values(settings.help);
        expect(lines.every((line) => line.expected !== '')).toBe(true);
        expect(lines.some((line) => line.secret)).toBe(true);
      },
    },
    {
      name: 'nothing at all is not enough: no default stands in for a secret',
      run: () => expect(settings.schema.safeParse({}).success).toBe(false),
    },
    {
      name: 'names the account and the webhook secret',
      run() {
        expect(settings.account(samples.settings)).not.toBe('');
        expect(settings.webhookSecret(samples.settings)).toMatch(/./);
      },
    },
  ];
}
