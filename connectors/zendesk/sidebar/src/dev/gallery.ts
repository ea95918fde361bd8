// All states side by side, as wide as Zendesk's sidebar: index.html?locale=ru&scheme=dark
import { VIEWS } from './samples.ts';

const STATES = [...Object.keys(VIEWS), 'unreachable', 'refused', 'forbidden', 'unknown', 'not-set-up'];

document.body.style.cssText = 'display:flex;flex-wrap:wrap;gap:24px;font:14px system-ui';
for (const state of STATES) {
  const asked = new URLSearchParams(location.search);
  asked.set('state', state);
  const figure = document.createElement('figure');
  figure.style.margin = '0';
  const caption = document.createElement('figcaption');
  caption.textContent = state;
  const frame = document.createElement('iframe');
  frame.title = state;
  frame.src = `frame.html?${asked}`;
  frame.style.cssText = 'inline-size:320px;block-size:760px;border:1px solid #888';
  figure.append(caption, frame);
  document.body.append(figure);
}
