import { libraryLanguages, libraryStatus } from '@draftsmith/library';
import type { CommandEnvironment } from '../../cli.ts';
import { parseAccount, withLibrary } from './open-library.ts';

export async function knowledgeStatus(
  environment: CommandEnvironment,
  { account: name, json }: { account: string; json?: boolean },
): Promise<void> {
  const { out } = environment;
  const account = parseAccount(name);
  const { status, languages } = await withLibrary(environment, async (orm) => ({
    status: await libraryStatus(orm, account),
    languages: await libraryLanguages(orm, account),
  }));
  if (json) {
    out(JSON.stringify({ ...status, languages }, null, 2));
    return;
  }
  const { documents, running, lastReadAt, problem } = status;
  out(`Articles      ${documents.article.toLocaleString('en')}`);
  out(`Macros        ${documents.macro.toLocaleString('en')}`);
  out(`Past replies  ${documents['past-reply'].toLocaleString('en')}`);
  out(`Languages     ${languages.join(', ') || 'none yet'}`);
  if (lastReadAt) out(`Last read     ${lastReadAt}`);
  if (running)
    out(`Being read    ${running.kind}: ${running.done}${running.total === null ? '' : ` of ${running.total}`}`);
  if (problem) out(`Problem       ${problem}`);
}
