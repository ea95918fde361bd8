import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { type PackageFile, textOf } from '../package-rules/app-package.ts';
import { validatePackage } from '../package-rules/validate.ts';
import { buildPackage } from './build-package.ts';
import { manifestFor, PAGE, serverAddress } from './manifest.ts';
import { zipOf } from './zip.ts';

test('the same files give the same bytes in any order, and come out as they went in', () => {
  const files = fc.uniqueArray(
    fc.record({ path: fc.stringMatching(/^[a-z]{1,8}(\/[a-z]{1,8})?\.txt$/), bytes: fc.uint8Array() }),
    { selector: ({ path }) => path, maxLength: 6 },
  );
  fc.assert(
    fc.property(files, (given: PackageFile[]) => {
      const zip = zipOf(given);
      expect(zipOf(given.toReversed())).toEqual(zip);
      const unpacked = unzipSync(zip);
      expect(Object.keys(unpacked).sort()).toEqual(given.map(({ path }) => path).sort());
      for (const { path, bytes } of given) expect(unpacked[path]).toEqual(bytes);
    }),
    { numRuns: 30 },
  );
});

test('the package is sound, built without a network, and the same twice', async () => {
  const server = serverAddress('https://drafts.example.com:8443/base/');
  const { files, zip } = await buildPackage(server);
  expect(validatePackage(files).filter(({ level }) => level === 'error')).toEqual([]);
  const text = (path: string) => textOf(files.find((file) => file.path === path)!);
  expect(JSON.parse(text('manifest.json'))).toMatchObject({
    domainWhitelist: ['drafts.example.com'],
    parameters: [
      { name: 'backend_url', default: 'https://drafts.example.com:8443/base' },
      { name: 'shared_secret', secure: true, scopes: ['jwt_secret_key'] },
    ],
  });
  // A strict content policy must be able to hold: nothing inline, and Zendesk's own framework only.
  expect(text(PAGE)).not.toMatch(/<script(?![^>]*\ssrc=)|<style|\son\w+=/);
  expect(text(PAGE)).toContain('https://static.zdassets.com/zendesk_app_framework_sdk/2.0/zaf_sdk.min.js');
  expect(text('assets/app.js')).not.toMatch(/\beval\(|new Function\(/);
  expect((await buildPackage(server)).zip).toEqual(zip);
});

test('Zendesk hands the key to no host that was not named', () => {
  expect(manifestFor(null, '1.0.0')).toMatchObject({ domainWhitelist: [] });
});

test.each(['drafts.example.com', 'http://drafts.example.com', 'ftp://a.b', 'https://user@a.b', 'https://a.b?c=1'])(
  '%s is no address for a server',
  (given) => {
    expect(() => serverAddress(given)).toThrow('--url must be the https address');
  },
);
