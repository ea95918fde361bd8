import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core';
import { type ModelServer, startModels } from '@draftsmith/simulators/models';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Consumer, createConsumer } from './consumer.ts';
import { readExamples } from './examples.ts';
import { type Packed, packAll, ROOT } from './pack.ts';

const NAMES = ['database', 'errors', 'http', 'llm', 'logger'].map((name) => `@draftsmith/${name}`);
const folder = mkdtempSync(join(tmpdir(), 'draftsmith-packed-'));
let packed: Packed[];

beforeAll(async () => {
  packed = await packAll(folder);
}, 180_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('packages/llm is packed with what it needs of this repository, and says how large they are', () => {
  expect(packed.map(({ manifest }) => manifest.name).sort()).toEqual(NAMES);
  const sizes = packed.map(({ manifest, tarball }) => `${manifest.name} ${Math.round(tarball.length / 1024)} KiB`);
  process.stdout.write(`Packed: ${sizes.join(', ')}\n`);
});

describe.each(NAMES)('%s', (name) => {
  const one = (): Packed => packed.find(({ manifest }) => manifest.name === name) as Packed;

  test('publint has nothing to say', async () => {
    const { messages, pkg } = await publint({ pack: { tarball: one().tarball.buffer }, strict: true });
    expect(messages.map((message) => formatMessage(message, pkg, { color: false }))).toEqual([]);
  });

  test('its types are found, and right, wherever ES modules are', async () => {
    const result = await checkPackage(createPackageFromTarballData(one().tarball));
    if (!result.types) throw new Error('The package has no types');
    // Left out: resolution without `exports`, which no supported Node has, and the types of `require`, since these are ES
    // modules. That `require` finds them all the same is tested below.
    const meant = result.problems.filter(
      (problem) => !('resolutionKind' in problem && ['node10', 'node16-cjs'].includes(problem.resolutionKind)),
    );
    expect(meant).toEqual([]);
    expect(Object.keys(result.entrypoints)).toEqual(Object.keys(one().manifest.exports));
  });

  test('holds what was built from its sources, its licence and nothing else', () => {
    const source = join(ROOT, sourceOf(name));
    for (const path of one().files.keys()) {
      expect(path).not.toMatch(/\.(test|contract)\.|(^|\/)(testing|fixtures)\b/);
      const built = /^dist\/(.+?)(\.d)?\.[jt]s$/.exec(path)?.[1];
      const origin = built === undefined ? path : `src/${built}.ts`;
      expect(path === 'LICENSE' || existsSync(join(source, origin)), `${path} comes from nowhere`).toBe(true);
    }
    expect([...one().files.keys()]).toEqual(expect.arrayContaining(['LICENSE', 'README.md', 'dist/index.d.ts']));
  });

  test('names no place on this machine and no version that only this repository knows', () => {
    for (const [path, text] of one().files) {
      for (const place of [ROOT, `${homedir()}/`]) expect(text.includes(place), `${path} holds ${place}`).toBe(false);
      expect(text, path).not.toMatch(/["'](workspace|catalog):/);
    }
  });

  test('offers under the same names what it offers in this repository, less its test kit', async () => {
    const { default: own } = await import(`${ROOT}/${sourceOf(name)}/package.json`, { with: { type: 'json' } });
    expect(Object.keys(one().manifest.exports)).toEqual(
      Object.keys(own.exports).filter((path) => path !== './testing'),
    );
  });
});

function sourceOf(name: string): string {
  return `${name === '@draftsmith/llm' ? 'packages' : 'shared'}/${name.replace('@draftsmith/', '')}`;
}

describe('a project that has installed it', () => {
  const { example = '', structured = '', ledger = '', guard = '' } = readExamples();
  let bare: Consumer;
  let full: Consumer;
  let models: ModelServer;
  const env = () => ({
    OPENAI_API_KEY: 'key-1',
    OPENAI_BASE_URL: `${models.baseUrl}/v1`,
    ANTHROPIC_API_KEY: 'key-2',
    ANTHROPIC_BASE_URL: models.baseUrl,
  });

  beforeAll(async () => {
    bare = createConsumer(packed, { peers: false });
    full = createConsumer(packed, { peers: true });
    const json = '{"topic":"delivery","urgent":true}';
    models = await startModels({ reply: ({ body, model }) => ('response_format' in body ? json : `${model} says so`) });
  });
  afterEach(() => models.faults.clear());
  afterAll(async () => {
    bare[Symbol.dispose]();
    full[Symbol.dispose]();
    await models.close();
  });

  test("runs the README's example with plain Node and no optional package", async () => {
    expect(await bare.execute('example.mjs', example, env())).toBe('gpt-5-mini says so\n');
  });

  test('has an answer from the second route when the first is down', async () => {
    models.faults.set({ model: 'gpt-5-mini', fault: { kind: 'cut' } });
    expect(await bare.execute('example.mjs', example, env())).toBe('claude-sonnet-5 says so\n');
  });

  test('is told by name which setting is missing', async () => {
    await expect(bare.execute('example.mjs', example)).rejects.toThrow(/OPENAI_API_KEY is not set/);
  });

  test("runs the README's example of an answer in JSON", async () => {
    expect(await bare.execute('structured.mjs', structured, env())).toBe("{ topic: 'delivery', urgent: true }\n");
  });

  test("runs the README's example of a guard, and nothing is sent", async () => {
    const before = models.requests.length;
    expect(await bare.execute('guard.mjs', guard, env())).toBe('llm.leak\n');
    expect(models.requests).toHaveLength(before);
  });

  test("runs the README's example of budgets and ledger on the embedded database", async () => {
    const groups = await full.execute('ledger.mjs', ledger, env());
    expect(groups).toContain("account: 'acme'");
    expect(groups).toMatch(/usd: '0\.0\d+'/);
  });

  test('may load it by require', async () => {
    const text = "console.log(typeof require('@draftsmith/llm').createChain);";
    expect(await bare.execute('common.cjs', text)).toBe('function\n');
  });

  test('goes on without a shared cache when the package for that is missing', async () => {
    const cached = example.replace(
      'createChain({',
      "createChain({ cache: { maxBytes: 1e6, ttlMs: 1e6, redisUrl: 'redis://127.0.0.1:1' },",
    );
    expect(cached).not.toBe(example);
    expect(await bare.execute('cached.mjs', cached, env())).toBe('gpt-5-mini says so\n');
  });

  const RESOLUTIONS = [
    ['node16', { module: 'node16', moduleResolution: 'node16' }],
    ['bundler', { module: 'esnext', moduleResolution: 'bundler' }],
  ] as const;

  test.each(RESOLUTIONS)('compiles its examples, every declaration checked: %s', async (_, options) => {
    const files = { 'example.mts': example, 'structured.mts': structured };
    await bare.check(files, { ...options, skipLibCheck: false, exactOptionalPropertyTypes: true });
  });

  test.each(RESOLUTIONS)('compiles with every sub-path: %s', async (_, options) => {
    const paths = packed.flatMap(({ manifest: { name, exports } }) =>
      Object.keys(exports).map((path) => name + path.slice(1)),
    );
    const imports = paths.map((path, i) => `import * as m${i} from '${path}';\nexport const n${i}: object = m${i};\n`);
    await full.check({ 'ledger.mts': ledger, 'paths.mts': imports.join('') }, { ...options, skipLibCheck: true });
  });

  test('is told by the compiler what is no route', async () => {
    const wrong = example.replace('parseRoutes(', 'Number(');
    await expect(bare.check({ 'wrong.mts': wrong }, RESOLUTIONS[0][1])).rejects.toThrow(/TS2322/);
  });
});
