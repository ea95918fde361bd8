import { builtinModules } from 'node:module';
import { dirname, join, normalize } from 'node:path';
import { expect, test } from 'vitest';
import { packageNameOf, readWorkspace, type WorkspacePackage } from './workspace.ts';

const { packages, files } = readWorkspace();
const byName = new Map(packages.map((one) => [one.name, one]));

/** Layers that each layer may depend on; see ARCHITECTURE.md. */
const MAY_USE: Record<string, readonly string[]> = {
  shared: ['shared'],
  packages: ['packages', 'shared'],
  connectors: ['packages', 'shared'],
  apps: ['apps', 'connectors', 'packages', 'shared'],
  test: ['apps', 'connectors', 'packages', 'shared', 'test'],
};

/** Narrower than their layer. */
const NARROWER: Record<string, readonly string[]> = {
  '@draftsmith/contracts': ['@draftsmith/errors'],
  '@draftsmith/console': ['@draftsmith/contracts'],
  // It runs in a browser: what it may know of the rest is the shape of the answers.
  '@draftsmith/zendesk-sidebar': ['@draftsmith/contracts'],
  '@draftsmith/hubspot-project': ['@draftsmith/contracts'],
  // It is useful alone, and is published with these.
  '@draftsmith/llm': ['@draftsmith/database', '@draftsmith/errors', '@draftsmith/http', '@draftsmith/logger'],
};

/** The one app that shows the suite against simulators. */
const MAY_USE_SIMULATORS = new Set(['@draftsmith/demo']);

function allowed(from: WorkspacePackage, to: WorkspacePackage): boolean {
  if (NARROWER[from.name] && !NARROWER[from.name]?.includes(to.name)) return false;
  if (from.layer === 'shared') return to.name === '@draftsmith/errors';
  if (to.name === '@draftsmith/simulators' && MAY_USE_SIMULATORS.has(from.name)) return true;
  return MAY_USE[from.layer]?.includes(to.layer) ?? false;
}

test('package.json files follow the matrix', () => {
  const wrong = packages.flatMap((from) =>
    from.dependencies.flatMap((name) => {
      const to = byName.get(name);
      return to && !allowed(from, to)
        ? [`${from.folder} must not depend on ${to.folder}: move the shared part down a layer, or pass it in`]
        : [];
    }),
  );
  expect(wrong).toEqual([]);
});

test('development dependencies of the product are test kits, or what its layer may use anyway', () => {
  const kits = new Set(['@draftsmith/simulators', '@draftsmith/connector-testing']);
  const wrong = packages
    .filter(({ layer }) => layer !== 'test')
    .flatMap((from) =>
      from.devDependencies
        .flatMap((name) => byName.get(name) ?? [])
        .filter((to) => !kits.has(to.name) && !allowed(from, to))
        .map((to) => `${from.folder}: ${to.name} is no test kit`),
    );
  expect(wrong).toEqual([]);
});

test('what can be published is packages/llm and what it depends on', () => {
  const needed = new Set<string>();
  const visit = (name: string): void => {
    if (needed.has(name) || !byName.has(name)) return;
    needed.add(name);
    byName.get(name)?.dependencies.forEach(visit);
  };
  visit('@draftsmith/llm');
  const publishable = packages.filter(({ isPrivate }) => !isPrivate).map(({ name }) => name);
  expect(publishable.sort(), 'everything else is "private" in its package.json').toEqual([...needed].sort());
});

test('packages do not depend on each other in a circle', () => {
  const circles: string[] = [];
  const visit = (name: string, trail: string[]): void => {
    if (trail.includes(name)) circles.push([...trail.slice(trail.indexOf(name)), name].join(' -> '));
    else for (const next of byName.get(name)?.dependencies ?? []) if (byName.has(next)) visit(next, [...trail, name]);
  };
  for (const { name } of packages) visit(name, []);
  expect(circles).toEqual([]);
});

test('every import is declared in its own package.json', () => {
  const wrong = files.flatMap(({ path, owner, imports, isTest }) => {
    const declared = new Set([
      owner.name,
      ...owner.dependencies,
      ...(isTest ? [...owner.devDependencies, 'vitest'] : []),
    ]);
    return imports
      .filter(
        (specifier) =>
          !specifier.startsWith('.') && !specifier.startsWith('node:') && !builtinModules.includes(specifier),
      )
      .filter((specifier) => !declared.has(packageNameOf(specifier)))
      .map(
        (specifier) =>
          `${path} imports ${specifier}: declare it in ${owner.folder}/package.json, if its layer may use it`,
      );
  });
  expect(wrong).toEqual([]);
});

test('a relative import stays within its package', () => {
  const wrong = files.flatMap(({ path, owner, imports }) =>
    imports
      .filter((specifier) => specifier.startsWith('.'))
      .filter((specifier) => !normalize(join(dirname(path), specifier)).startsWith(`${owner.folder}/`))
      .map((specifier) => `${path} reaches out with ${specifier}: import the package by its name`),
  );
  expect(wrong).toEqual([]);
});
