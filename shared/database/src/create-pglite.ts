import { setFlagsFromString } from 'node:v8';
import type { PGlite } from '@electric-sql/pglite';

/** PGlite's own default is 160 MB, for databases much larger than a helpdesk's drafts. */
const SHARED_BUFFERS = '32MB';

/**
 * PGlite at a third of its usual memory.
 *
 * @param dataDir folder of the database; undefined keeps everything in memory.
 */
export async function createPglite(dataDir: string | undefined): Promise<PGlite> {
  keepWebAssemblySmall();
  const { PGlite } = await import('@electric-sql/pglite');
  const startParams = [...PGlite.defaultStartParams, '-c', `shared_buffers=${SHARED_BUFFERS}`];
  return PGlite.create({ startParams, ...(dataDir !== undefined && { dataDir }) });
}

/**
 * Leaves PostgreSQL as V8's first compiler made it. The optimising one takes 500 MB for a moment over functions as large
 * as PostgreSQL's parser, and makes statements 15 % cheaper: not worth the machine it would need. Set at run time, since
 * whoever starts the server should not have to know.
 */
function keepWebAssemblySmall(): void {
  setFlagsFromString('--no-wasm-dynamic-tiering');
  setFlagsFromString('--no-wasm-tier-up');
}
