import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT, readWorkspace } from './workspace.ts';

const { packages, files } = readWorkspace();

test('no source file is longer than 400 lines', () => {
  const long = files
    .filter(({ path }) => !/\.test\.tsx?$/.test(path))
    .filter(({ text }) => text.split('\n').length > 400);
  expect(
    long.map(({ path }) => path),
    'which of its parts has a name of its own?',
  ).toEqual([]);
});

test('file names are kebab-case', () => {
  const wrong = files
    .filter(({ path }) => !/\/(?:[a-z0-9]+(?:-[a-z0-9]+)*)(?:\.[a-z]+)*\.tsx?$/.test(`/${path}`))
    .map(({ path }) => path);
  expect(wrong).toEqual([]);
});

test('only the database schema re-exports whole modules', () => {
  const wrong = files
    .filter(({ path, text }) => /^export \* from/m.test(text) && path !== 'shared/database/src/schema/index.ts')
    .map(({ path }) => path);
  expect(wrong, 'name what is public').toEqual([]);
});

test('every package has a README', () => {
  const silent = packages
    .filter(({ layer }) => layer !== 'test')
    .filter(({ folder }) => !existsSync(join(ROOT, folder, 'README.md')));
  expect(silent.map(({ folder }) => folder)).toEqual([]);
});

test('every connector is registered and proves its contract', () => {
  const registry = readFileSync(join(ROOT, 'apps/server/src/registry.ts'), 'utf8');
  const connectors = packages.filter(({ folder }) => /^connectors\/[^/]+$/.test(folder));
  for (const { folder, name } of connectors) {
    expect(registry, `${folder} is missing in apps/server/src/registry.ts`).toContain(`'${name}'`);
    const proves = files.some(({ path, text }) => path.startsWith(`${folder}/`) && text.includes('connectorContract('));
    expect(proves, `${folder} does not call connectorContract`).toBe(true);
  }
});

test('links between documents lead somewhere', () => {
  const documents = globSync(['*.md', 'docs/**/*.md', '{apps,packages,connectors,shared,test}/*/README.md'], {
    cwd: ROOT,
    exclude: (name) => name === 'node_modules',
  });
  const broken = documents.flatMap((document) =>
    [...readFileSync(join(ROOT, document), 'utf8').matchAll(/\]\((?!https?:|mailto:|#)([^)#\s]+)(?:#[^)]*)?\)/g)]
      .map(([, target]) => target ?? '')
      .filter((target) => !existsSync(join(ROOT, dirname(document), target)))
      .map((target) => `${document} -> ${target}`),
  );
  expect(broken).toEqual([]);
});
