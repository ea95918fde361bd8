/** The page below `assets/` that Zendesk opens beside a ticket. */
export const PAGE = 'assets/iframe.html';

/**
 * The package's description for Zendesk. `server` is where Draftsmith answers; Zendesk hands the shared key only to
 * hosts that are named here, so without it the app cannot sign its requests.
 */
export function manifestFor(server: URL | null, version: string): object {
  return {
    name: 'Draftsmith',
    author: { name: 'Draftsmith', email: `draftsmith@${server?.hostname ?? 'localhost'}` },
    defaultLocale: 'en',
    private: true,
    location: { support: { ticket_sidebar: { url: PAGE, flexible: true } } },
    domainWhitelist: server ? [server.hostname] : [],
    parameters: [
      { name: 'backend_url', type: 'url', required: true, ...(server && { default: addressOf(server) }) },
      { name: 'shared_secret', type: 'text', secure: true, required: true, scopes: ['jwt_secret_key'] },
    ],
    signedUrls: false,
    singleInstall: true,
    version,
    frameworkVersion: '2.0',
  };
}

/** As an admin would type it. */
function addressOf(server: URL): string {
  return (server.origin + server.pathname).replace(/\/+$/, '');
}

/** Throws with what was expected. Zendesk calls the server from outside, so only https will do; loopback is for tests. */
export function serverAddress(given: string): URL {
  const url = URL.canParse(given) ? new URL(given) : null;
  const local = url !== null && /^(localhost|127\.0\.0\.1|\[::1\])$/.test(url.hostname);
  if (!url || !(url.protocol === 'https:' || (local && url.protocol === 'http:')) || url.username || url.search) {
    throw new Error(`--url must be the https address of your Draftsmith server, such as https://drafts.example.com`);
  }
  return url;
}
