import type { Express } from 'express';
import { escapeHtml } from './state/html.ts';
import type { ZendeskStore } from './state/store.ts';

/** The public page behind an article's `html_url`, so that a cited source can be opened from a draft. */
export function registerArticlePages(app: Express, store: ZendeskStore): void {
  app.get('/hc/:locale/articles/:slug', (request, response) => {
    const id = Number.parseInt(request.params.slug, 10);
    const article = store.articles.get(id);
    if (!article || article.draft || article.user_segment_id !== null) {
      response.status(404).type('html').send('<h1>Not found</h1>');
      return;
    }
    const title = escapeHtml(article.title);
    response
      .type('html')
      // Article bodies come from a seed file; no script of theirs may run beside the simulator's switches.
      .set('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; img-src data:")
      .send(
        `<!doctype html><html lang="${article.locale.slice(0, 2)}"><meta charset="utf-8"><title>${title}</title>` +
          `<body style="font:16px/1.5 sans-serif;max-width:42em;margin:3em auto"><h1>${title}</h1>${article.body}</body></html>`,
      );
  });
}
