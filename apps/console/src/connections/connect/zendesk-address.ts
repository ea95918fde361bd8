/** What was typed or pasted as the account: its subdomain, or why it is none. */
export type ZendeskAddress =
  | { kind: 'empty' }
  | { kind: 'subdomain'; subdomain: string }
  /** An address of another host: a help centre under the company's own name looks so. */
  | { kind: 'other-host' }
  | { kind: 'not-a-name' };

const SUBDOMAIN = /^[a-z0-9][a-z0-9-]*$/;

/** Takes `acme`, `acme.zendesk.com` or any address within the account. */
export function readZendeskAddress(given: string): ZendeskAddress {
  const text = given.trim().toLowerCase();
  if (text === '') return { kind: 'empty' };
  const host = text.replace(/^[a-z]+:\/\//, '').replace(/[/?#:].*$/, '');
  const subdomain = host.replace(/\.zendesk\.com\.?$/, '');
  if (SUBDOMAIN.test(subdomain)) return { kind: 'subdomain', subdomain };
  return { kind: /^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(subdomain) ? 'other-host' : 'not-a-name' };
}
