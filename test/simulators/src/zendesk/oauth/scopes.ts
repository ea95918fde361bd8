/** Resources that have scopes of their own; everything else needs the broad `read` or `write`. */
const RESOURCES: readonly [path: RegExp, resource: string][] = [
  [/^\/(tickets|comment_redactions|deleted_tickets|ticket_audits|incremental\/tickets)(\/|$)/, 'tickets'],
  [/^\/(users|deleted_users)(\/|$)/, 'users'],
  [/^\/organizations(\/|$)/, 'organizations'],
  [/^\/(help_center|guide)(\/|$)/, 'hc'],
  [/^\/triggers(\/|$)/, 'triggers'],
  [/^\/webhooks(\/|$)/, 'webhooks'],
  [/^\/macros(\/|$)/, 'macros'],
  [/^\/apps(\/|$)/, 'apps'],
];

/** A token may always look at itself, and give itself back. */
const OWN_TOKEN = '/oauth/tokens/current';

/**
 * Scopes that a call lacks. Whether `tickets:read` may side-load users is not documented: here it may not, so that a
 * connector that works here works there. An unknown scope is no error when the token is made; it just opens nothing.
 *
 * @param path below `/api/v2`, without `.json`
 */
export function missingScopes(
  scopes: readonly string[],
  call: { method: string; path: string; include: string | undefined },
): string[] {
  if (call.path === OWN_TOKEN) return [];
  const access = call.method === 'GET' || call.method === 'HEAD' ? 'read' : 'write';
  if (scopes.includes(access)) return [];
  return needed(call.path, call.include, access).filter((scope) => !scopes.includes(scope));
}

function needed(path: string, include: string | undefined, access: 'read' | 'write'): string[] {
  const resource = RESOURCES.find(([pattern]) => pattern.test(path))?.[1];
  if (resource === undefined) return [access];
  const sideLoaded = (include?.split(',') ?? [])
    .map((name) => name.trim())
    .filter((name) => name === 'users' || name === 'organizations');
  return [`${resource}:${access}`, ...sideLoaded.map((name) => `${name}:read`)];
}
