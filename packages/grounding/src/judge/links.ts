import { normaliseLink } from '../mentions/codes.ts';
import type { Decision, Evidence } from './evidence.ts';

/** A link is in the sources or on the list; anything else has no support, however near it looks. */
export function judgeLink({ mentions, options }: Evidence, link: string): Decision {
  const found = mentions
    .like({ type: 'text', dimension: 'link', text: link })
    .find(({ mention, conversation }) => !conversation && mention.value.type === 'text' && mention.value.text === link);
  if (found) return { verdict: 'supported', source: found.span };
  return {
    verdict: (options.allowedLinks ?? []).some((allowed) => isAllowed(link, allowed)) ? 'supported' : 'unsupported',
  };
}

/** A host allows itself and what is below it; a prefix ends at a border, so `shop.example` is no prefix of `shop.example.evil`. */
export function isAllowed(link: string, allowed: string): boolean {
  const entry = normaliseLink(allowed);
  if (entry === '') return false;
  const host = link.split(/[/?]/, 1)[0] ?? '';
  // "shop.example@evil.test", "shop.example:80@evil.test" and escapes are other hosts than they seem.
  if (/[@\\%]/.test(host)) return false;
  if (!entry.includes('/')) return host === entry || host.endsWith(`.${entry}`);
  return (
    link === entry ||
    (link.startsWith(entry) && /^[/?]/.test(link.slice(entry.length)) && !/(?:^|\/)\.\.?(?:\/|$)|%2e/i.test(link))
  );
}
