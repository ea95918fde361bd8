import type { Actor } from '@draftsmith/audit';
import type { AccountKey } from '@draftsmith/installations';
import { z } from 'zod';
import { authorizeBody, dryRunBody } from './connection-routes.ts';
import type { Connections } from './connections.ts';

/** Whoever may use the machine, or has its token: there is no other name for them. */
const COMMAND: Actor = { kind: 'command' };

const key = z.object({ connector: z.string().max(60), account: z.string().max(200) });

function operation<Input, Output extends object>(
  schema: z.ZodType<Input>,
  run: (connections: Connections, input: Input) => Promise<Output>,
) {
  return { schema, run };
}

/**
 * What the command line does with accounts. It asks a server that runs where the embedded database belongs to one, and does
 * it by itself otherwise: the same operations either way.
 */
export const operations = {
  list: operation(z.object({}), async (connections) => ({ connections: await connections.list() })),
  offers: operation(z.object({}), async (connections) => ({ offers: connections.offers() })),
  authorise: operation(
    authorizeBody.extend({ connector: z.string().max(60), redirectUri: z.url(), boundTo: z.string().max(100) }),
    async ({ authorising }, { connector, redirectUri, boundTo, clientId, clientSecret, ...body }) => {
      const request = { ...body, ...(clientId && { clientId }), ...(clientSecret && { clientSecret }) };
      const begun = await authorising.begin(connector, request, { redirectUri, boundTo, actor: COMMAND });
      return 'url' in begun ? { url: begun.url, key: undefined } : { url: undefined, key: begun };
    },
  ),
  complete: operation(
    z.object({ state: z.string().max(200), code: z.string().max(2_000), boundTo: z.string().max(100) }),
    ({ authorising }, back): Promise<AccountKey> => authorising.complete(back),
  ),
  start: operation(key, async ({ setUp }, input) => {
    await setUp.start(input);
    return {};
  }),
  progress: operation(key, ({ setUp }, input) => setUp.progress(input)),
  diagnose: operation(key, (connections, input) => connections.diagnose(input)),
  'dry-run': operation(
    key.extend(dryRunBody.shape),
    ({ dryRuns }, { resourceId, ...input }) => dryRuns.start(input, resourceId).ended,
  ),
  remove: operation(key, (connections, input) => connections.remove(input, COMMAND)),
} as const;

export type OperationName = keyof typeof operations;
export type InputOf<Name extends OperationName> = z.output<(typeof operations)[Name]['schema']>;
export type OutputOf<Name extends OperationName> = Awaited<ReturnType<(typeof operations)[Name]['run']>>;
export type Ask = <Name extends OperationName>(name: Name, input: InputOf<Name>) => Promise<OutputOf<Name>>;
