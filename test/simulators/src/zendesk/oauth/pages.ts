import express, { type Express } from 'express';
import { send } from '../api/endpoint.ts';
import type { ZendeskStore } from '../state/store.ts';
import { consentPage, refusalPage } from './consent-page.ts';
import { exchange, type TokenContext } from './token-endpoint.ts';

/** What browsers and clients meet below `/oauth`. Whoever opens the page is signed in as the first admin. */
export function registerOAuth(app: Express, context: TokenContext & { store: ZendeskStore }): void {
  const { store, authorizations } = context;
  const form = express.urlencoded({ extended: false });

  app.get('/oauth/authorizations/new', (request, response) => {
    const opened = authorizations.open(request.query as Record<string, string>);
    if (opened.kind === 'redirect') response.redirect(opened.location);
    else if (opened.kind === 'refused') response.status(400).type('html').send(refusalPage(opened.message));
    else {
      const { requestId, client, scopes } = opened;
      const user = store.defaultAgent()?.name ?? '';
      response
        .type('html')
        .send(consentPage({ requestId, client: client.name, account: store.account.name, user, scopes }));
    }
  });

  app.post('/oauth/authorizations', form, (request, response) => {
    const { request: requestId = '', decision } = (request.body ?? {}) as Record<string, string>;
    const location = authorizations.decide(requestId, decision === 'allow', context.creatorId);
    if (location === undefined)
      response.status(400).type('html').send(refusalPage('This request was answered already'));
    else response.redirect(location);
  });

  app.post('/oauth/tokens', form, (request, response) => {
    send(response, exchange(request.body, context));
  });
}
