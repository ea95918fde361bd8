import { error, type Finding, isObject, type Json } from './app-package.ts';

/** Where an app may appear, by Zendesk's product. */
const LOCATIONS: Readonly<Record<string, readonly string[]>> = {
  support: [
    'top_bar',
    'nav_bar',
    'ticket_sidebar',
    'new_ticket_sidebar',
    'user_sidebar',
    'organization_sidebar',
    'background',
    'modal',
    'ticket_editor',
    'system_top_bar',
    'custom_object_record_sidebar',
  ],
  chat: ['chat_sidebar', 'background'],
  standalone_chat: ['nav_bar', 'system_top_bar'],
  sell: [
    'deal_card',
    'person_card',
    'company_card',
    'lead_card',
    'background',
    'modal',
    'dashboard',
    'note_editor',
    'call_log_editor',
    'email_editor',
    'top_bar',
    'visit_editor',
  ],
};
const OLD_NAMES: Readonly<Record<string, string>> = {
  zendesk: 'support',
  zopim: 'chat',
  lotus_box: 'standalone_chat',
};

export function locationFindings(location: Json | undefined, has: (path: string) => boolean): Finding[] {
  // Version 1 of the framework named places only; version 2 needs a page for each.
  if (typeof location === 'string' || Array.isArray(location)) {
    const names = typeof location === 'string' ? [location] : location;
    return [
      ...unknownIn('support', names.map(String)),
      error('location-page', 'manifest.json: each location needs the page that it shows'),
    ];
  }
  if (!isObject(location) || Object.keys(location).length === 0) {
    return [error('missing-field', 'manifest.json: location is missing')];
  }
  return Object.entries(location).flatMap(([product, places]) => {
    const known = productOf(product);
    if (!known) return [error('unknown-product', `manifest.json: location ${product} is no product of Zendesk`)];
    if (!isObject(places)) return [error('wrong-type', `manifest.json: location.${product} must be an object`)];
    return [
      ...unknownIn(known, Object.keys(places)),
      ...Object.entries(places).flatMap(([place, page]) => pageFindings(place, page, has)),
    ];
  });
}

/** Products that an app appears in, by their present names. */
export function productsOf(location: Json | undefined): string[] {
  if (typeof location === 'string' || Array.isArray(location)) return ['support'];
  return isObject(location) ? Object.keys(location).flatMap((product) => productOf(product) ?? []) : [];
}

export const PRODUCTS: readonly string[] = Object.keys(LOCATIONS);

function productOf(name: string): string | undefined {
  return name in LOCATIONS ? name : OLD_NAMES[name];
}

function unknownIn(product: string, places: readonly string[]): Finding[] {
  return places
    .filter((place) => !LOCATIONS[product]?.includes(place))
    .map((place) => error('unknown-location', `manifest.json: ${product} has no location ${place}`));
}

function pageFindings(place: string, page: Json | undefined, has: (path: string) => boolean): Finding[] {
  const options = isObject(page) ? page : { url: page };
  const { url, flexible, autoLoad = true } = options;
  const findings: Finding[] = [];
  if (typeof url !== 'string' || url === '') {
    if (autoLoad) findings.push(error('missing-page', `manifest.json: location ${place} has no url`));
  } else if (!isPage(url, has)) {
    findings.push(
      error('page', `manifest.json: ${url} of ${place} must be an https address or an existing file below assets/`),
    );
  }
  if ((flexible ?? null) !== null && typeof flexible !== 'boolean') {
    findings.push(error('flexible', `manifest.json: flexible of ${place} must be true or false`));
  }
  return findings;
}

function isPage(url: string, has: (path: string) => boolean): boolean {
  if (url.includes('{{setting.')) return true;
  if (!URL.canParse(url)) {
    const path = url.replace(/[?#].*$/, '');
    return path.startsWith('assets/') && has(path);
  }
  const { protocol, hostname } = new URL(url);
  return protocol === 'https:' || hostname === 'localhost';
}
