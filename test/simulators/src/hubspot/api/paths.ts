import { findObjectType } from '../crm/object-types.ts';

const VERSION = '(?:v\\d|20\\d\\d-\\d\\d)';

/** Two styles of path lead to the same place: `/crm/v3/objects/deals` and `/crm/objects/2026-03/deals`. */
const STYLES: readonly (readonly [RegExp, string])[] = [
  [new RegExp(`^/crm/${VERSION}/(objects|associations|properties|pipelines|owners)(?=/|$)`), '/crm/$1'],
  [/^\/crm\/(objects|associations|properties|pipelines|owners)\/20\d\d-\d\d(?=\/|$)/, '/crm/$1'],
  [new RegExp(`^/files/${VERSION}/files(?=/|$)`), '/files/files'],
  [new RegExp(`^/oauth/${VERSION}/`), '/oauth/'],
  [new RegExp(`^/account-info/${VERSION}/`), '/account-info/'],
  [/^\/automation\/v4\/actions\/callbacks(?=\/)/, '/automation/callbacks'],
  [/^\/automation\/actions\/callbacks\/20\d\d-\d\d(?=\/)/, '/automation/callbacks'],
  [new RegExp(`^/tax-rates/${VERSION}/tax-rates(?=/|$)`), '/tax-rates'],
  [new RegExp(`^/appinstalls/${VERSION}/`), '/appinstalls/'],
];

/** The path without its version; undefined when it has none, so that nothing answers below a path that HubSpot lacks. */
export function canonicalPath(path: string): string | undefined {
  for (const [style, replacement] of STYLES) {
    if (style.test(path)) return path.replace(style, replacement);
  }
  return undefined;
}

/** Record ids, callback ids of workflows, tokens in legacy paths. */
const ID = /^(\d+|ap-[\w-]+|CI[\w-]{20,}|na1-[\w-]{20,})$/;

/** `GET /crm/objects/deals/{id}`: what calls are counted under, the same for both styles, names and type ids. */
export function endpointOf(method: string, path: string): string {
  const parts = (canonicalPath(path) ?? path).split('/').map((part) => {
    if (/^0-\d+$/.test(part)) return findObjectType(part)?.name ?? part;
    return ID.test(part) ? '{id}' : part;
  });
  return `${method} ${parts.join('/')}`;
}
