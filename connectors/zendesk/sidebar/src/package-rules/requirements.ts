import { error, type Finding, isObject, type JsonObject, parseJson } from './app-package.ts';

const TYPES = new Set([
  'automations',
  'channel_integrations',
  'custom_objects',
  'macros',
  'targets',
  'views',
  'ticket_fields',
  'triggers',
  'user_fields',
  'organization_fields',
  'webhooks',
  'custom_objects_v2',
]);
const WEBHOOK_FIELDS = ['name', 'status', 'endpoint', 'http_method', 'request_format'];
const MOST = 5_000;
/** These have shapes of their own. */
const UNTITLED = new Set(['custom_objects', 'custom_objects_v2', 'channel_integrations']);

/** Things that an installation creates in the account. */
export function requirementFindings(text: string): Finding[] {
  const json = parseJson(text);
  if (!isObject(json)) return [error('requirements-json', 'requirements.json must hold a JSON object')];
  const entries = Object.values(json).flatMap((one) => (isObject(one) ? Object.keys(one) : []));
  return [
    ...(entries.length > MOST ? [error('requirements-many', `requirements.json may hold ${MOST} entries`)] : []),
    ...Object.entries(json).flatMap(([type, group]) => {
      if (!TYPES.has(type)) return [error('requirements-type', `requirements.json: there is no type ${type}`)];
      return isObject(group) ? Object.entries(group).flatMap(([key, one]) => entryFindings(type, key, one)) : [];
    }),
  ];
}

function entryFindings(type: string, key: string, entry: JsonObject[string]): Finding[] {
  const wanted = type === 'webhooks' ? WEBHOOK_FIELDS : UNTITLED.has(type) ? [] : ['title'];
  const given = isObject(entry) ? entry : {};
  return wanted
    .filter((field) => (given[field] ?? '') === '')
    .map((field) => error('requirements-field', `requirements.json: ${type}.${key} needs ${field}`));
}
