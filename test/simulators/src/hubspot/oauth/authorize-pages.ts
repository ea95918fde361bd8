import express, { type Express } from 'express';
import type { Portal } from '../crm/portal.ts';
import type { AppSettings } from './app.ts';
import type { Authorizations } from './authorize.ts';

const STYLE = `body{font:16px/1.5 system-ui,sans-serif;background:#f5f8fa;color:#33475b;margin:0}
main{max-width:28rem;margin:8vh auto;background:#fff;border:1px solid #dfe3eb;border-radius:3px;padding:2rem}
h1{font-size:1.25rem;margin-top:0}code{font-size:.85em}select{font:inherit;padding:.4rem;width:100%}
div{display:flex;gap:.75rem;margin-top:1.5rem}
button{font:inherit;padding:.5rem 1.25rem;border-radius:3px;border:1px solid #ff7a59;background:#fff;color:#c2452d}
button[value=allow]{background:#c2452d;color:#fff}`;

/** The consent page of app.hubspot.com: pick the account, connect the app. */
export function registerAuthorizePages(
  app: Express,
  {
    authorizations,
    settings,
    portals,
  }: { authorizations: Authorizations; settings: AppSettings; portals: () => readonly Portal[] },
): void {
  app.get('/oauth/authorize', (request, response) => {
    const opened = authorizations.open(request.query as Record<string, string>);
    response.type('html');
    if (opened.kind === 'refused')
      response.status(400).send(page(`<h1>Authorization failed</h1><p>${escapeHtml(opened.message)}</p>`));
    else response.send(page(consent(opened.requestId, opened.request.scopes, settings.name, portals())));
  });

  app.post('/oauth/authorize', express.urlencoded({ extended: false }), (request, response) => {
    const { request: requestId = '', portal = '', decision } = (request.body ?? {}) as Record<string, string>;
    const location = authorizations.decide(requestId, decision === 'allow' ? { portalId: Number(portal) } : 'deny');
    if (location !== undefined) response.redirect(location);
    else
      response
        .status(400)
        .type('html')
        .send(page('<h1>Authorization failed</h1><p>This request was answered already.</p>'));
  });
}

function consent(requestId: string, scopes: readonly string[], name: string, portals: readonly Portal[]): string {
  const options = portals.map(
    ({ id, settings }) => `<option value="${id}">${escapeHtml(settings.name)} (${id})</option>`,
  );
  return `<h1>Connect ${escapeHtml(name)} to your HubSpot account</h1>
<form method="post" action="/oauth/authorize"><input type="hidden" name="request" value="${requestId}">
<label>Account <select name="portal">${options.join('')}</select></label>
<p>It asks for:</p><ul>${scopes.map((scope) => `<li><code>${escapeHtml(scope)}</code></li>`).join('')}</ul>
<div><button name="decision" value="allow">Connect app</button><button name="decision" value="deny">Cancel</button></div></form>`;
}

function page(content: string): string {
  return (
    `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
    `<title>Connect app</title><style>${STYLE}</style><main>${content}</main></html>`
  );
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
