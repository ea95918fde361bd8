import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { PROFILE, packageProject } from './package-project.ts';

const USAGE = `Usage: package:hubspot --url https://drafts.example.com [--account NUMBER] [--out FOLDER]
Writes the HubSpot project (card, webhooks, workflow action), ready for \`hs project upload --profile ${PROFILE}\`.
--url is where HubSpot reaches your Draftsmith server; --account the HubSpot account that keeps the app.`;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      url: { type: 'string' },
      account: { type: 'string' },
      out: { type: 'string' },
      help: { type: 'boolean' },
    },
  });
  if (values.help || values.url === undefined) {
    (values.help ? process.stdout : process.stderr).write(`${USAGE}\n`);
    if (!values.help) process.exitCode = 2;
    return;
  }
  if (values.account !== undefined && !/^[1-9]\d{0,14}$/.test(values.account))
    throw new Error(`${values.account} is no number of a HubSpot account`);
  const outDir = values.out ?? join('dist', 'draftsmith-hubspot');
  const accountId = values.account === undefined ? undefined : Number(values.account);
  const { files } = await packageProject({ outDir, serviceUrl: values.url, ...(accountId && { accountId }) });
  process.stdout.write(
    `${outDir}: ${files.length} files. Upload it: cd ${outDir} && hs project upload --profile ${PROFILE}\n`,
  );
  if (accountId === undefined)
    process.stdout.write(
      `Before that, add "accountId" to hsprofile.${PROFILE}.json: the account that keeps the app.\n`,
    );
}

try {
  await main();
} catch (cause) {
  process.stderr.write(`${cause instanceof Error ? cause.message : String(cause)}\n`);
  process.exitCode = 1;
}
