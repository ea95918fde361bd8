import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { remoteBuild } from '@hubspot/ui-extensions-dev-server/build';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { packageProject, ROOT } from './package-project.ts';
import { serviceUrlOf } from './service-url.ts';

const SERVICE = 'https://drafts.example.com';
let scratch = '';

// Below this package's own modules, where the packed card finds React and HubSpot's components.
beforeAll(async () => {
  scratch = await mkdtemp(join(ROOT, 'node_modules', '.project-'));
});
afterAll(async () => rm(scratch, { recursive: true, force: true }));

const to = (folder: string, serviceUrl = SERVICE) => packageProject({ outDir: join(scratch, folder), serviceUrl });

test('the same sources give the same bytes, and what was there before is gone', async () => {
  const first = await to('same');
  await writeFile(join(scratch, 'same', 'left-over.txt'), 'x');
  const second = await to('same');
  expect(second).toEqual(first);
  const written = await readdir(join(scratch, 'same'), { recursive: true, withFileTypes: true });
  const paths = written.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  expect(paths.map((path) => path.slice(join(scratch, 'same/').length)).toSorted()).toEqual(
    first.files.map(({ path }) => path).toSorted(),
  );
});

test('tests stay here', async () => {
  const { files } = await to('tests');
  expect(files.filter(({ path }) => path.includes('.test.'))).toEqual([]);
  expect(files.map(({ path }) => path)).toContain('src/app/cards/proposal-card.tsx');
});

test('one profile names the server; the account is whoever packs it', async () => {
  const { files } = await packageProject({
    outDir: join(scratch, 'profile'),
    serviceUrl: `${SERVICE}/`,
    accountId: 4711,
  });
  const profile = files.find(({ path }) => path === 'hsprofile.production.json');
  expect(JSON.parse(profile?.text ?? '')).toEqual({ accountId: 4711, variables: { SERVICE_URL: SERVICE } });
});

test('a folder with other files in it is left alone', async () => {
  const outDir = join(scratch, 'home');
  await mkdir(outDir);
  await writeFile(join(outDir, 'letters.txt'), 'dear');
  await expect(packageProject({ outDir, serviceUrl: SERVICE })).rejects.toThrow('has other files in it');
  expect(await readdir(outDir)).toEqual(['letters.txt']);
});

test.each([
  'http://drafts.example.com',
  'https://localhost',
  'https://127.0.0.1:3000',
  'drafts',
  '',
  'https://a:b@c.example',
  'https://c.example/?a=b',
])('no server that HubSpot can reach: %j', (given) => {
  expect(() => serviceUrlOf(given)).toThrow(/is no address that HubSpot can reach/);
});

test('what cards import is in HubSpot’s build: its own packages, React and files beside them', async () => {
  const { files } = await to('imports');
  const code = files.filter(({ path }) => /\.tsx?$/.test(path));
  const imports = code.flatMap(({ path, text }) =>
    [...text.matchAll(/^(?:import|export)\s+(type\s)?[^;]*?from '([^']+)';$/gms)].map(([, type, from = '']) => ({
      path,
      type,
      from,
    })),
  );
  expect(imports.length).toBeGreaterThan(100);
  for (const { path, type, from } of imports) {
    // Types are gone before anything is bundled.
    if (type) continue;
    expect(from, path).toMatch(/^(react|@hubspot\/ui-extensions|\.{1,2}\/.*\.tsx?)$/);
    if (from.startsWith('.')) expect(join('/', path, '..', from), path).toMatch(/^\/src\/app\/cards\//);
  }
});

test('HubSpot’s own bundler takes the card as it is uploaded', async () => {
  await to('bundle');
  const root = join(scratch, 'bundle', 'src', 'app', 'cards');
  const outputDir = join(scratch, 'bundled');
  const said = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  await remoteBuild({ root, entryPoint: join(root, 'proposal-card.tsx'), outputDir, logLevel: 'error' });
  const warned = said.mock.calls.flat().join('\n');
  said.mockRestore();
  expect(warned).toBe('');
  const files = await readdir(outputDir);
  const bundle = await readFile(join(outputDir, files.find((name) => name.endsWith('.js')) ?? ''), 'utf8');
  expect(bundle).toContain('proposals/hubspot/deals');
  expect(bundle).toMatch(/^(?!.*@draftsmith)/s);
  // HubSpot's limit for bundles is far above; this notices when something big slips in.
  expect(bundle.length).toBeLessThan(200_000);
  const manifest = JSON.parse(
    await readFile(join(outputDir, files.find((name) => name.endsWith('manifest.json')) ?? ''), 'utf8'),
  );
  const outside = manifest.modules.internal.filter(
    ({ module }: { module: string }) => module.startsWith('/') || module.includes('..'),
  );
  expect(outside).toEqual([]);
});
