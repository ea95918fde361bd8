import { expect, test } from 'vitest';
import { packageNameOf, readWorkspace } from './workspace.ts';

const { files } = readWorkspace();
const product = files.filter(({ isTest }) => !isTest);

/** Modules with one door. Everybody else goes through what stands behind it. */
const DOORS: Record<string, RegExp> = {
  express: /^(packages\/webhooks\/src\/router|apps\/server\/src\/)/,
  helmet: /^apps\/server\/src\/http\//,
  'better-auth': /^apps\/server\/src\/auth\//,
  openai: /^packages\/llm\/src\/providers\/openai\//,
  '@anthropic-ai/sdk': /^packages\/llm\/src\/providers\/anthropic\//,
  '@pydantic/genai-prices': /^packages\/llm\/src\/price/,
  'lru-cache': /^packages\/llm\/src\/cache/,
  redis: /^packages\/llm\/src\/cache\/redis\.ts$/,
  undici: /^packages\/llm\/src\/providers\/transport/,
  'eventsource-parser': /^packages\/llm\/src\/providers\//,
  ajv: /^packages\/llm\/src\/(load-ajv|structured\/|routes\/detailed-route)/,
  winston: /^shared\/logger\/src\//,
  ky: /^shared\/http\/src\//,
  pg: /^shared\/database\/src\//,
  '@electric-sql/pglite': /^shared\/database\/src\//,
  'pg-boss': /^packages\/jobs\/src\//,
  commander: /^apps\/server\/src\/(cli|commands\/)/,
  '@hubspot/api-client': /^connectors\/hubspot\/src\/client(\.ts|\/)/,
  'decimal.js': /^packages\/(pricing|proposals|proposal-writing|number-lock)\/src\//,
  docxtemplater: /^packages\/documents\/src\/docx\//,
  pizzip: /^packages\/documents\/src\/docx\//,
  pdfmake: /^packages\/documents\/src\/pdf\//,
  'prom-client': /^(packages\/llm\/src\/telemetry\/prometheus|apps\/server\/src\/metrics)/,
  '@opentelemetry/api': /^(packages\/llm\/src\/telemetry\/|apps\/server\/src\/tracing)/,
  '@opentelemetry/sdk-trace-node': /^apps\/server\/src\/tracing/,
  '@opentelemetry/exporter-trace-otlp-http': /^apps\/server\/src\/tracing/,
  '@opentelemetry/resources': /^apps\/server\/src\/tracing/,
};

test.each(Object.entries(DOORS))('%s has one door', (module, door) => {
  const wrong = product
    .filter(({ path, imports }) => !door.test(path) && imports.some((specifier) => packageNameOf(specifier) === module))
    .map(({ path }) => path);
  expect(wrong, `only ${door} may import ${module}`).toEqual([]);
});

test('process.env has one door', () => {
  const wrong = product
    .filter(
      ({ path, text }) =>
        /process\.env\b/.test(text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')) && !path.startsWith('shared/settings/'),
    )
    .map(({ path }) => path);
  expect(wrong, 'take the value as a parameter; apps/server reads it once').toEqual([]);
});

test('connectors hold no cryptography of their own', () => {
  const wrong = product
    .filter(
      ({ path, owner, imports }) =>
        owner.layer === 'connectors' &&
        imports.some((specifier) => /^(node:)?crypto$/.test(specifier)) &&
        // A scheme that data cannot say, and names for what was written: both in files that say so.
        !/\/(signature|digest)\.ts$/.test(path),
    )
    .map(({ path }) => path);
  expect(wrong, 'describe the scheme as data; packages/webhooks verifies').toEqual([]);
});

test('the process ends and the global fetch is used in the composition root only', () => {
  const wrong = product
    .filter(({ owner }) => owner.layer !== 'apps')
    .filter(({ text }) =>
      /\bprocess\.exit\b|(?<![.\w]|async )fetch\(/.test(text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')),
    )
    .map(({ path }) => path);
  expect(wrong, 'outbound requests go through @draftsmith/http').toEqual([]);
});
