import type { AccountPolicy, DraftContext, Passage } from '@draftsmith/contracts';
import { isAllowedLink } from '@draftsmith/grounding';
import { type FoundAddress, findAddresses } from './contain-addresses.ts';

export interface AllowedBy {
  /** What customers may read anyway. */
  passages: readonly Passage[];
  customer: DraftContext['customer'];
  policy: AccountPolicy;
}

/** Digits that two spellings of one phone number have in common, with and without the country's. */
const LEAST_COMMON_DIGITS = 7;

/**
 * Tells which addresses a reply may hold: those that stand in its public sources, those that the account has allowed, and
 * the customer's own as the source system knows them. Never what somebody wrote into the conversation: there a stranger
 * could plant a page of his own.
 */
export function allowedAddresses({ passages, customer, policy }: AllowedBy): (address: FoundAddress) => boolean {
  const open = passages.filter(({ visibility, sourceKind }) => visibility === 'public' && sourceKind !== 'past-reply');
  const texts = open.flatMap(({ text, sourceTitle, heading = '', url = '' }) => [text, sourceTitle, heading, url]);
  const own = [customer.email, customer.phone, ...(customer.emails ?? []), ...(customer.phones ?? [])];
  const values = [...own, ...policy.privacy.allow].filter((value) => value !== undefined);
  const known = [...texts, ...values].flatMap(findAddresses);
  const keys = new Set(known.map(keyOf));
  const phones = known.filter(({ kind }) => kind === 'phone').map(({ plain }) => plain.replace(/^0+/, ''));
  const hosts = new Set(known.filter(({ kind }) => kind === 'link').map(({ plain }) => hostOf(pageOf(plain) ?? '')));

  return (address) => {
    if (keys.has(keyOf(address))) return true;
    if (address.kind === 'phone') return phones.some((phone) => isSamePhone(phone, address.plain.replace(/^0+/, '')));
    const page = address.kind === 'link' ? pageOf(address.plain) : undefined;
    if (page === undefined) return false;
    // A host alone leads to its front page and carries nothing away.
    return (
      (page === hostOf(page) && hosts.has(page)) ||
      policy.truth.allowedLinks.some((entry) => isAllowedLink(page, entry))
    );
  };
}

function keyOf({ kind, plain }: FoundAddress): string {
  return `${kind} ${(kind === 'link' && pageOf(plain)) || plain.toLowerCase()}`;
}

/** `host/path?query` of an ordinary web address; undefined for every other scheme, user name, port or escape in it. */
function pageOf(plain: string): string | undefined {
  const scheme = /^[a-z][a-z0-9+.-]*:(?=\/)/i.exec(plain)?.[0].toLowerCase();
  if (scheme !== undefined && scheme !== 'http:' && scheme !== 'https:') return undefined;
  const whole = scheme ? plain : `https://${plain}`;
  // However many slashes there are, a browser goes to what is behind the @.
  if (/^[^:]*:\/{2,}[^/?#]*[@\\%]|\\/.test(whole) || !URL.canParse(whole)) return undefined;
  const { hostname, port, pathname, search } = new URL(whole);
  if (port !== '' || !hostname.includes('.')) return undefined;
  return `${hostname.replace(/^www\./, '')}${pathname.replace(/\/$/, '')}${search}`;
}

function hostOf(page: string): string {
  return page.split(/[/?]/, 1)[0] ?? '';
}

function isSamePhone(one: string, other: string): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return short.length >= LEAST_COMMON_DIGITS && long.endsWith(short) && long.length - short.length <= 3;
}
