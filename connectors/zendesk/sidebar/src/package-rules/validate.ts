import { error, type Finding, isObject, type PackageFile, parseJson, textOf } from './app-package.ts';
import { duplicateKeys } from './duplicate-keys.ts';
import { fileFindings } from './files.ts';
import { manifestFindings } from './manifest.ts';
import { requirementFindings } from './requirements.ts';
import { translationFindings } from './translations.ts';

/**
 * Zendesk's rules for app packages, offline. Its own command asks Zendesk with an account's credentials; this one is for
 * builds and tests. Rules of version 1 of the framework are left out, as no such app is accepted any more.
 */
export function validatePackage(files: readonly PackageFile[]): Finding[] {
  const manifest = files.find(({ path }) => path === 'manifest.json');
  if (!manifest) return [missingManifest(files), ...fileFindings(files)];
  // A link's own text is no manifest; that it is a link is what to say.
  if (manifest.symlink) return fileFindings(files);
  return [...describedFindings(textOf(manifest), files), ...fileFindings(files)];
}

function describedFindings(text: string, files: readonly PackageFile[]): Finding[] {
  const json = parseJson(text);
  if (!isObject(json)) return [error('manifest-json', 'manifest.json must hold a JSON object')];
  const twice = duplicateKeys(text);
  if (twice.length > 0) return [error('duplicate-key', `manifest.json has ${[...new Set(twice)].join(', ')} twice`)];
  const paths = new Set(files.map(({ path }) => path));
  const findings = manifestFindings(json, (path) => paths.has(path));
  // The rest is judged by what the manifest says, so it has to be sound.
  if (findings.some(({ level }) => level === 'error')) return findings;
  const requirements = files.find(({ path }) => path === 'requirements.json');
  return [
    ...findings,
    ...translationFindings(files, json),
    ...(requirements ? requirementFindings(textOf(requirements)) : []),
  ];
}

function missingManifest(files: readonly PackageFile[]): Finding {
  const nested = files.find(({ path }) => /^[^/]+\/manifest\.json$/.test(path));
  return error(
    'missing-manifest',
    nested ? `manifest.json must be at the top, not in ${nested.path}` : 'manifest.json is missing',
  );
}
