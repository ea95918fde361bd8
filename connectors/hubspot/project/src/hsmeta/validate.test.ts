import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type ProjectFile, validateProject } from './validate.ts';

const ROOT = join(import.meta.dirname, '../..');
const PATHS = {
  project: 'hsproject.json',
  app: 'src/app/app-hsmeta.json',
  card: 'src/app/cards/proposal-card-hsmeta.json',
  cards: 'src/app/cards/package.json',
  webhooks: 'src/app/webhooks/webhooks-hsmeta.json',
  action: 'src/app/workflow-actions/prepare-proposal-hsmeta.json',
} as const;
const PROFILE = {
  path: 'hsprofile.production.json',
  text: '{"variables":{"SERVICE_URL":"https://drafts.example.com"}}',
};
const ENTRY = { path: 'src/app/cards/proposal-card.tsx', text: '' };

type Json = { [key: string]: Json } & Json[];
type Change = Partial<Record<keyof typeof PATHS, (content: Json) => void>>;

/** Our project, with some of its files changed. */
function project(changes: Change = {}, more: readonly ProjectFile[] = []): ProjectFile[] {
  const files = Object.entries(PATHS).map(([name, path]) => {
    const content = JSON.parse(readFileSync(join(ROOT, path), 'utf8'));
    changes[name as keyof typeof PATHS]?.(content);
    return { path, text: JSON.stringify(content) };
  });
  return [...files, PROFILE, ENTRY, ...more];
}

test('ours is as HubSpot wants it', () => {
  expect(validateProject(project())).toEqual([]);
});

const set = (path: string, value: unknown) => (content: Json) => {
  const keys = path.split('.');
  const last = keys.pop() ?? '';
  const at = keys.reduce((part, key) => part[key] as Json, content);
  if (value === undefined) delete at[last];
  else at[last] = value as Json;
};

describe.each<[keyof typeof PATHS, [string, unknown, string][]]>([
  [
    'project',
    [
      ['platformVersion', '2025.2', 'platformVersion must be 2026.03'],
      ['srcDir', 'app', 'srcDir must be src'],
      ['surplus', 1, 'has keys that HubSpot does not know: surplus'],
    ],
  ],
  ['cards', [['dependencies.react', '^18.3.1', 'dependencies.react must be an exact version']]],
  [
    'app',
    [
      ['uid', 'a b', 'uid must have 1 to 64 letters'],
      ['uid', undefined, 'uid must have a uid'],
      ['type', 'application', 'type must be one of app, card, webhooks, workflow-action'],
      ['config.distribution', 'public', 'config.distribution must be one of marketplace, private'],
      ['config.auth.type', 'static', 'config.auth.type must be oauth where distribution is marketplace'],
      ['config.auth.redirectUrls', [], 'config.auth.redirectUrls must name at least one address'],
      [
        'config.auth.redirectUrls',
        ['http://drafts.example.com/x'],
        'config.auth.redirectUrls.0 must be an https address',
      ],
      ['config.auth.requiredScopes', ['crm.objects.deals.read'], 'config.auth.requiredScopes must include oauth'],
      ['config.auth.requiredScopes', ['oauth', 'oauth'], 'config.auth.requiredScopes names a scope twice'],
      ['config.auth.requiredScopes', ['oauth', 'automation'], 'config.auth are required and optional: automation'],
      [
        'config.auth.optionalScopes',
        ['crm.objects.deals.sensitive.read.v2'],
        'would stop the card from calling its server',
      ],
      [
        'config.permittedUrls.fetch',
        ['https://localhost:8080'],
        'config.permittedUrls.fetch.0 must be an https address',
      ],
      ['config.permittedUrls.fetch', [`\${SERVER}`], 'no profile has a variable SERVER'],
      ['config.permittedURLs', {}, 'has keys that HubSpot does not know: permittedURLs'],
    ],
  ],
  [
    'card',
    [
      ['config.location', 'crm.record.left', 'config.location must be one of crm.record.tab,'],
      ['config.objectTypes', ['deal'], 'config.objectTypes.0 must be one of contacts, companies, deals, tickets'],
      ['config.objectTypes', [], 'config.objectTypes must name at least one type of record'],
      ['config.entrypoint', 'proposal-card.tsx', 'config.entrypoint must name a file in /app/cards'],
      ['config.entrypoint', '/app/cards/Gone.tsx', 'config.entrypoint names /app/cards/Gone.tsx, which is not there'],
      ['uid', 'draftsmith_app', 'uid is taken by src/app/app-hsmeta.json'],
      ['type', 'app', 'HubSpot finds a component of type app in src/app only'],
    ],
  ],
  [
    'webhooks',
    [
      ['config.settings.targetUrl', 'drafts.example.com', 'config.settings.targetUrl must be an https address'],
      ['config.settings.maxConcurrentRequests', 5, 'config.settings.maxConcurrentRequests must be more than 5'],
      [
        'config.subscriptions.legacyCrmObjects.0.subscriptionType',
        'quote.creation',
        'must be an object and what happens to it',
      ],
      ['config.subscriptions.legacyCrmObjects.0.subscriptionType', 'object.creation', 'must not begin with object.'],
      ['config.subscriptions.legacyCrmObjects.0.propertyName', undefined, 'must be there for propertyChange'],
      [
        'config.subscriptions.legacyCrmObjects.1.propertyName',
        'amount',
        'must be there for propertyChange, and for nothing else',
      ],
      ['config.subscriptions.hubEvents.0.subscriptionType', 'contact.deletion', 'must be contact.privacyDeletion'],
    ],
  ],
  [
    'action',
    [
      ['config.actionUrl', `\${SERVICE_URL}`, ''],
      ['config.objectTypes', ['deals'], 'config.objectTypes.0 must be one of CONTACT'],
      ['config.supportedClients', [], 'config.supportedClients must name one'],
      ['config.labels.en.actionName', '', 'config.labels.en.actionName must not be empty'],
      ['config.labels.en.inputFieldLabels.language', undefined, 'config.labels.en.inputFieldLabels lacks language'],
      ['config.labels.ru', { actionName: 'Подготовить' }, 'HubSpot has labels in these languages only'],
      ['config.labels', {}, 'config.labels must have en'],
      ['config.inputFields.1.typeDefinition.options', [], 'options must be there for an enumeration'],
      ['config.inputFields.0.typeDefinition.type', 'text', 'typeDefinition.type must be one of string'],
      ['config.inputFields.0.supportedValueTypes', ['ANY'], 'supportedValueTypes.0 must be one of STATIC_VALUE'],
    ],
  ],
])('%s', (name, cases) => {
  test.each(cases)('%s as %j: %s', (path, value, expected) => {
    const found = validateProject(project({ [name]: set(path, value) }));
    if (expected === '') return expect(found).toEqual([]);
    expect(found.filter((line) => line.includes(expected))).toHaveLength(1);
    for (const line of found) expect(line).toMatch(/^[\w./-]+\.json(: .{5}| is missing$)/);
  });
});

test('what is missing, broken or there twice is named', () => {
  const files = project();
  const without = (path: string) => validateProject(files.filter((file) => file.path !== path));
  expect(without(PATHS.app)).toContain('src/app/app-hsmeta.json is missing');
  expect(without(PATHS.cards)).toEqual(['src/app/cards/package.json is missing']);
  expect(without(PROFILE.path)).toContain(`${PATHS.webhooks}: no profile has a variable SERVICE_URL`);
  expect(validateProject(project({}, [{ path: 'src/app/x-hsmeta.json', text: '{' }]))).toEqual([
    'src/app/x-hsmeta.json: is no JSON',
  ]);
  const second = {
    path: 'src/app/other-hsmeta.json',
    text: readFileSync(join(ROOT, PATHS.app), 'utf8').replace('draftsmith_app', 'other'),
  };
  expect(validateProject(project({}, [second]))).toEqual([
    `${second.path}: there may be one app only, beside ${PATHS.app}`,
  ]);
  expect(
    validateProject(
      project({}, [
        { path: 'hsprofile.qa.json', text: '{"accountId":"7","variables":{"SERVICE_URL":"https://x.example"}}' },
      ]),
    ),
  ).toContain('hsprofile.qa.json: accountId must be the number of a HubSpot account');
});
