import { escapeHtml } from '../state/html.ts';

const STYLE = `body{font:16px/1.5 system-ui,sans-serif;background:#f8f9f9;color:#2f3941;margin:0}
main{max-width:26rem;margin:10vh auto;background:#fff;border:1px solid #d8dcde;border-radius:4px;padding:2rem}
h1{font-size:1.25rem;margin-top:0}code{font-size:.9em}form{display:flex;gap:.75rem;margin-top:1.5rem}
button{font:inherit;padding:.5rem 1.25rem;border-radius:4px;border:1px solid #1f73b7;background:#fff;color:#1f73b7}
button[value=allow]{background:#1f73b7;color:#fff}`;

export function consentPage(given: {
  requestId: string;
  client: string;
  account: string;
  user: string;
  scopes: readonly string[];
}): string {
  const scopes = given.scopes.map((scope) => `<li><code>${escapeHtml(scope)}</code></li>`).join('');
  return page(
    'Allow access',
    `<h1>Do you want to allow ${escapeHtml(given.client)} to use your ${escapeHtml(given.account)} account?</h1>
<p>Signed in as ${escapeHtml(given.user)}.</p>
<p>It asks for:</p><ul>${scopes}</ul>
<form method="post" action="/oauth/authorizations">
<input type="hidden" name="request" value="${escapeHtml(given.requestId)}">
<button name="decision" value="allow">Allow</button><button name="decision" value="deny">Deny</button>
</form>`,
  );
}

export function refusalPage(message: string): string {
  return page('Invalid authorization request', `<h1>Invalid authorization request</h1><p>${escapeHtml(message)}</p>`);
}

function page(title: string, content: string): string {
  return (
    `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
    `<title>${title}</title><style>${STYLE}</style><main>${content}</main></html>`
  );
}
