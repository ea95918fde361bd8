import type { Diagnosis, InstallContext } from '@draftsmith/contracts';
import { isAppError } from '@draftsmith/errors';
import type { RateLimit } from '../client/fair-share.ts';
import { discountMeaning } from '../deals/gather/discount.ts';
import { CLOCK_SKEW_MS, FUTURE_TOLERANCE_MS, LITTLE_LEFT, SIGNATURE_TOLERANCE_MS } from '../facts.ts';
import { diagnoseScopes, type ScopesLook } from './scopes.ts';

interface Look extends ScopesLook {
  context: InstallContext;
}

/** Looks at all that proposals rest on. A look that fails is a finding itself; the others go on. */
export async function diagnose(look: Look): Promise<readonly Diagnosis[]> {
  return [
    ...(await attempt('account', () => account(look))),
    ...(await attempt('scopes', () => diagnoseScopes(look))),
    ...(await attempt('discounts', () => discounts(look))),
    signingSecret(look),
    endpoint(look.context),
  ];
}

async function attempt(check: string, look: () => Promise<Diagnosis[]>): Promise<Diagnosis[]> {
  try {
    return await look();
  } catch (thrown) {
    if (!isAppError(thrown)) throw thrown;
    return [{ check, ok: false, detail: thrown.message, fix: fixOf(thrown.kind) }];
  }
}

function fixOf(kind: string): string {
  if (kind === 'auth') return 'Connect the account again';
  if (kind === 'permission') return 'Connect the account again, and allow all that is asked for';
  if (kind === 'invalid') return 'Check the settings HUBSPOT_CLIENT_ID and HUBSPOT_CLIENT_SECRET';
  return 'Try again in a moment; if it stays, see status.hubspot.com';
}

/** One call tells whose the token is, what time it is there, and how much may still be asked. */
async function account({ client, settings, ports, signal }: Look): Promise<Diagnosis[]> {
  const { info, serverTime, limit } = await client.probe(signal);
  const isOther = info.portalId !== settings.portalId;
  return [
    {
      check: 'account',
      ok: !isOther,
      detail: `HubSpot answers, for the account ${info.portalId}`,
      ...(isOther && { fix: `Connect the account ${settings.portalId} again, or take the token of that account` }),
    },
    ...(serverTime ? [clock(ports.now(), serverTime)] : []),
    ...(limit ? [limits(limit)] : []),
  ];
}

function clock(ours: Date, theirs: Date): Diagnosis {
  const ahead = ours.getTime() - theirs.getTime();
  const seconds = Math.round(Math.abs(ahead) / 1000);
  if (Math.abs(ahead) < CLOCK_SKEW_MS)
    return { check: 'clock', ok: true, detail: 'The clock here agrees with that of HubSpot' };
  const refused = ahead > SIGNATURE_TOLERANCE_MS || ahead < -FUTURE_TOLERANCE_MS;
  return {
    check: 'clock',
    ok: false,
    detail: `The clock here is ${seconds} seconds ${ahead > 0 ? 'ahead of' : 'behind'} that of HubSpot${refused ? ': whatever it sends is refused as too old or too new' : ''}`,
    fix: 'Set the clock of this machine by a time server (NTP)',
  };
}

function limits({ calls, left, windowMs }: RateLimit): Diagnosis {
  const isLow = left < calls * LITTLE_LEFT;
  return {
    check: 'limits',
    ok: !isLow,
    detail: `${Number.isNaN(left) ? 'Up to' : `${left} of`} ${calls} calls in ${windowMs / 1000} seconds are left`,
    ...(isLow && { fix: 'Wait a moment: proposals wait by themselves, and go on' }),
  };
}

async function discounts({ client, signal }: Look): Promise<Diagnosis[]> {
  const label = (await client.property('line_items', 'discount', signal))?.label;
  if (discountMeaning(label) !== 'unknown')
    return [{ check: 'discounts', ok: true, detail: `Discounts of line items are understood ("${shortened(label)}")` }];
  return [
    {
      check: 'discounts',
      ok: false,
      detail: 'The label of the line items\' property "discount" does not say whether it is money or a percentage',
      fix: 'Name it "Unit discount" again (Settings > Properties > Line item properties), or give discounts in percent',
    },
  ];
}

/** Admins can name a property as they like. */
function shortened(label = ''): string {
  return label.slice(0, 60);
}

function signingSecret({ settings }: Look): Diagnosis {
  if (settings.clientSecret !== undefined)
    return { check: 'signing-secret', ok: true, detail: 'The secret that HubSpot signs with is set' };
  return {
    check: 'signing-secret',
    ok: false,
    detail: 'Whatever HubSpot sends is refused: the secret that it signs with is not set',
    fix: 'Set HUBSPOT_CLIENT_SECRET to the client secret of the app (project > app > Auth)',
  };
}

function endpoint({ endpoint }: InstallContext): Diagnosis {
  if (isPublicHttps(endpoint))
    return { check: 'endpoint', ok: true, detail: 'The address is one that HubSpot can call' };
  return {
    check: 'endpoint',
    ok: false,
    detail: 'HubSpot calls public https addresses only: neither the card nor webhooks reach this server',
    fix: 'Put a proxy with a certificate in front, and set DRAFTSMITH_URL to what it serves',
  };
}

const PRIVATE_HOST =
  /^(?:localhost|.*\.(?:local|localhost|internal)|127\..*|10\..*|192\.168\..*|172\.(?:1[6-9]|2\d|3[01])\..*|0\.0\.0\.0|\[.*\]|[^.]+)$/i;

function isPublicHttps(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname } = new URL(address);
  return protocol === 'https:' && !PRIVATE_HOST.test(hostname);
}
