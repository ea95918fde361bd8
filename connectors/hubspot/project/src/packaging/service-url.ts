/** Where HubSpot and its cards reach Draftsmith; without a slash at the end. @throws for what HubSpot could not call */
export function serviceUrlOf(given: string): string {
  const url = URL.canParse(given) ? new URL(given) : undefined;
  const plain = url && url.search === '' && url.hash === '' && url.username === '' && url.password === '';
  if (!url || !plain || url.protocol !== 'https:' || /^(localhost|127\.|\[::1\])/.test(url.hostname)) {
    throw new Error(
      `${given} is no address that HubSpot can reach: give an https address like https://drafts.example.com`,
    );
  }
  return url.href.replace(/\/+$/, '');
}
