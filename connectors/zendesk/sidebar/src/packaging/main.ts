import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildPackage } from './build-package.ts';
import { serverAddress } from './manifest.ts';

const USAGE = `Usage: package:zendesk [--url https://drafts.example.com] [--out FILE]
Makes the app for Zendesk's ticket sidebar. --url is where agents' Zendesk reaches your Draftsmith server.`;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { url: { type: 'string' }, out: { type: 'string' }, help: { type: 'boolean' } },
  });
  if (values.help) {
    process.stdout.write(`${USAGE}\n`);
    return;
  }
  const { zip, files, warnings } = await buildPackage(values.url === undefined ? null : serverAddress(values.url));
  const out = values.out ?? join('dist', 'draftsmith-zendesk.zip');
  await mkdir(dirname(out), { recursive: true });
  await writeFile(out, zip);
  for (const { message } of warnings) process.stderr.write(`Zendesk will remark: ${message}\n`);
  if (values.url === undefined) {
    process.stderr.write(
      'Without --url the package works for no server yet: Zendesk signs requests to named hosts only.\n',
    );
  }
  const size = Math.round(zip.length / 1024);
  process.stdout.write(
    `${out}: ${files.length} files, ${size} KB. Upload it in Zendesk's Admin Center: Zendesk Support apps > Upload private app.\n`,
  );
}

try {
  await main();
} catch (cause) {
  process.stderr.write(`${cause instanceof Error ? cause.message : String(cause)}\n`);
  process.exitCode = 1;
}
