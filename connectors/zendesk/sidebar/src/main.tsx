import { startApp } from './app/start-app.tsx';
import { languageOf } from './i18n/language.ts';

const place = document.getElementById('app');
const client = window.ZAFClient?.init();

if (place && client) {
  startApp(client, place).catch(() => explain(place));
} else if (place) {
  explain(place);
}

/** Opened as a page of its own, or by a framework that does not answer: there is nothing to theme it with. */
function explain(place: HTMLElement): void {
  place.textContent = languageOf(navigator.language).m.outside;
}
