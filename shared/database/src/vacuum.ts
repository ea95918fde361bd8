import type { Database } from './open.ts';

/**
 * Makes the room of dead rows usable again, in all tables. PostgreSQL does so by itself; the embedded one has no process
 * for it, and its folder would grow for ever.
 */
export async function vacuum({ engine }: Pick<Database, 'engine'>): Promise<void> {
  if (engine.kind === 'postgres') return;
  const { rows } = await engine.client.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
     where schemaname not in ('pg_catalog', 'information_schema')`,
  );
  // One by one: it works on this very thread, and others get their turn between two tables.
  for (const { name } of rows) await engine.client.exec(`vacuum ${name}`);
}

/**
 * Writes a table of the embedded database anew without its dead rows: what once stood there rests in no unused space either.
 * On PostgreSQL that locks out other processes for as long as it takes, and is for its admin to decide.
 *
 * @param table its name in the database
 */
export async function vacuumFully({ engine }: Pick<Database, 'engine'>, table: string): Promise<void> {
  if (engine.kind === 'pglite') await engine.client.exec(`vacuum (full) "${table}"`);
}
