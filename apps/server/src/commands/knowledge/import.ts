import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { KnowledgeDocument } from '@draftsmith/contracts';
import type { Orm } from '@draftsmith/database';
import { AppError } from '@draftsmith/errors';
import { forgetLibrary, type LibraryAccount, storePage } from '@draftsmith/library';
import type { CommandEnvironment } from '../../cli.ts';
import { readJsonLines } from '../../files/json-lines.ts';
import { documentOf } from './document-line.ts';
import { createImportProgress, type ImportProgress } from './import-progress.ts';
import { parseAccount, withLibrary } from './open-library.ts';

export interface ImportOptions {
  account: string;
  replace?: boolean;
  json?: boolean;
}

interface Imported {
  stored: number;
  unchanged: number;
  dropped: number;
  /** Lines that were not understood. */
  failed: number;
}

const BATCH = 500;
/** Lines that are wrong are named one by one; a file in another form would fill the screen. */
const MOST_NAMED = 20;

export async function importKnowledge(
  environment: CommandEnvironment,
  file: string,
  options: ImportOptions,
): Promise<void> {
  const { out, say } = environment;
  const account = parseAccount(options.account);
  const { input, share } = await openInput(environment, file);
  const done = await withLibrary(environment, async (orm) => {
    if (options.replace) await forgetLibrary(orm, account);
    const progress = createImportProgress(environment, share);
    return importLines(orm, account, input, { progress, say }).finally(() => progress.end());
  });
  if (done.failed > 0) process.exitCode = 1;
  if (options.json) out(JSON.stringify(done));
  else say(summary(done));
}

async function openInput({ stdin }: CommandEnvironment, file: string) {
  if (file === '-') return { input: stdin, share: () => undefined };
  const size = await stat(file).then(
    (found) => found.size,
    () => {
      throw new AppError('not-found', `There is no file ${file}`);
    },
  );
  const input = createReadStream(file);
  return { input, share: () => (size === 0 ? 1 : input.bytesRead / size) };
}

async function importLines(
  orm: Orm,
  account: LibraryAccount,
  input: NodeJS.ReadableStream,
  { progress, say }: { progress: ImportProgress; say: (line: string) => void },
): Promise<Imported> {
  const sum: Imported = { stored: 0, unchanged: 0, dropped: 0, failed: 0 };
  let batch: KnowledgeDocument[] = [];
  const store = async () => {
    for (const [kind, documents] of Map.groupBy(batch, (document) => document.kind)) {
      const stored = await storePage(orm, { ...account, kind, listing: 0 }, { documents, removed: [] });
      for (const what of ['stored', 'unchanged', 'dropped'] as const) sum[what] += stored[what];
    }
    progress.count(batch.length);
    batch = [];
  };
  for await (const read of readJsonLines(input)) {
    const document = documentOf(read);
    if ('error' in document) {
      sum.failed += 1;
      if (sum.failed <= MOST_NAMED) progress.remark(`Line ${read.line}: ${document.error}`);
    } else if (batch.push(document) >= BATCH) await store();
  }
  await store();
  if (sum.failed > MOST_NAMED) say(`... and ${sum.failed - MOST_NAMED} more lines`);
  return sum;
}

function summary({ stored, unchanged, dropped, failed }: Imported): string {
  const count = (n: number, one: string, many: string) => `${n.toLocaleString('en')} ${n === 1 ? one : many}`;
  return [
    `Imported ${count(stored, 'document', 'documents')}`,
    ...(unchanged > 0 ? [`${count(unchanged, 'was', 'were')} there already`] : []),
    ...(dropped > 0 ? [`${count(dropped, 'reply was', 'replies were')} about one person only and left out`] : []),
    ...(failed > 0 ? [`${count(failed, 'line was', 'lines were')} not read`] : []),
  ].join('; ');
}
