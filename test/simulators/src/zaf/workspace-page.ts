/** The page around a sidebar app. Facts travel as JSON in the page, where no text can become markup. */
export function workspacePage(facts: { theme: 'light' | 'dark'; [fact: string]: unknown }): string {
  const json = JSON.stringify(facts).replaceAll('<', '\\u003c');
  return `<!doctype html>
<html lang="en" data-theme="${facts.theme}">
<meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Agent workspace</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/workspace/files/workspace.css">
<script type="application/json" id="facts">${json}</script>
<header>
  <nav id="tabs" role="tablist" aria-label="Tickets"></nav>
  <form id="open"><label>Open ticket <input name="ticket" inputmode="numeric" size="6" required></label><button>Open</button></form>
  <button id="theme" type="button">Switch theme</button>
</header>
<main id="panels"></main>
<div id="notifications" aria-live="polite"></div>
<script type="module" src="/workspace/files/workspace.js"></script>
</html>`;
}
