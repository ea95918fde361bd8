import { z } from 'zod';
import { oneOf, only } from './common.ts';

/** hsproject.json. */
export const projectSchema = only({
  name: z.string().min(1, { error: 'must not be empty' }),
  srcDir: z.literal('src', { error: 'must be src' }),
  platformVersion: oneOf(['2026.03']),
});

/** hsprofile.NAME.json. Without the account's number the command-line tool asks where to. */
export const profileSchema = only({
  accountId: z.int({ error: 'must be the number of a HubSpot account' }).positive().optional(),
  variables: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
});

/** src/app/cards/package.json: HubSpot installs it, and nothing else of this repository is there. */
export const cardsPackageSchema = z.object({
  name: z.string(),
  dependencies: z.record(
    z.string(),
    z
      .string()
      .regex(/^\d+\.\d+\.\d+$/, { error: 'must be an exact version: HubSpot installs it anew for each upload' }),
  ),
});
