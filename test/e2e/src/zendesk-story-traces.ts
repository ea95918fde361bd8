import { openDatabase } from '@draftsmith/database';

/** Rows by table, `schema.table`, each as JSON; of a database that no server has open. */
export async function readEverything(dataDir: string): Promise<Map<string, string[]>> {
  const database = await openDatabase({ dataDir });
  try {
    const { engine } = database;
    if (engine.kind !== 'pglite') throw new Error('The story keeps its data in its own folder');
    const { rows: tables } = await engine.client.query<{ name: string; quoted: string }>(
      `select table_schema || '.' || table_name as name, format('%I.%I', table_schema, table_name) as quoted
       from information_schema.tables
       where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`,
    );
    const everything = new Map<string, string[]>();
    for (const { name, quoted } of tables) {
      const { rows } = await engine.client.query<{ row: string }>(
        `select row_to_json(t)::text as row from ${quoted} t`,
      );
      everything.set(
        name,
        rows.map(({ row }) => row),
      );
    }
    return everything;
  } finally {
    await database.close();
  }
}

/** The rows that hold one of these, in small or capital letters. */
export function rowsWith(everything: ReadonlyMap<string, readonly string[]>, words: readonly string[]): string[] {
  const sought = words.map((word) => word.toLowerCase());
  return [...everything].flatMap(([table, rows]) =>
    rows.flatMap((row) => (sought.some((word) => row.toLowerCase().includes(word)) ? `${table}: ${row}` : [])),
  );
}
