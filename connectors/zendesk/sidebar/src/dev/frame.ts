// One state of the app: frame.html?state=ready&locale=ru&scheme=dark
import { startApp } from '../app/start-app.tsx';
import { createFakeAssist } from './fake-assist.ts';
import { createFakeClient } from './fake-client.ts';
import { VIEW, VIEWS } from './samples.ts';

/** Statuses that stand for a trouble, by the state's name. */
const TROUBLES: Readonly<Record<string, number>> = { unreachable: 0, refused: 401, forbidden: 403, unknown: 404 };

const asked = new URLSearchParams(location.search);
const state = asked.get('state') ?? 'ready';
const assist = createFakeAssist(VIEWS[state] ?? VIEW);
assist.failing = TROUBLES[state] ?? null;
assist.held = state === 'waiting' || state === 'colleague';
const client = createFakeClient(assist, {
  locale: asked.get('locale') ?? 'en',
  scheme: asked.get('scheme') ?? 'light',
  ...(state === 'not-set-up' && { backendUrl: '' }),
});
const place = document.getElementById('app');
if (place) await startApp(client, place);
