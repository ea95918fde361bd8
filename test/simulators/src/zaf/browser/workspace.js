import { createTab } from './tab.js';

const facts = JSON.parse(document.getElementById('facts').textContent);
const agent = { ...facts.agent, locale: facts.locale ?? facts.agent.locale };
const tabs = [];
let active;

const workspace = {
  facts,
  agent: () => agent,
  account: () => facts.account,
  theme: () => document.documentElement.dataset.theme,
  notify,
  open,
};

function notify(message, kind, lasting) {
  const note = document.createElement('p');
  note.setAttribute('role', kind === 'error' || kind === 'alert' ? 'alert' : 'status');
  note.dataset.kind = kind;
  note.textContent = message;
  document.getElementById('notifications').append(note);
  setTimeout(() => note.remove(), lasting);
}

function show(tab) {
  active = tab;
  for (const each of tabs) each.setActive(each === tab);
  showTabs();
}

function showTabs() {
  const buttons = tabs.map((tab) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.setAttribute('role', 'tab');
    button.setAttribute('aria-selected', String(tab === active));
    button.textContent = tab.title();
    button.addEventListener('click', () => show(tab));
    return button;
  });
  document.getElementById('tabs').replaceChildren(...buttons);
}

async function open(ticketId) {
  const known = tabs.find((tab) => tab.id() === ticketId);
  if (known) return show(known);
  try {
    const tab = await createTab(ticketId, workspace);
    tabs.push(tab);
    document.getElementById('panels').append(tab.panel);
    show(tab);
  } catch (error) {
    notify(error.message, 'error', 10_000);
  }
}

function setTheme(theme) {
  if (theme === workspace.theme()) return;
  document.documentElement.dataset.theme = theme;
  for (const { frame } of tabs) frame.emit('colorScheme.changed', theme);
}

document
  .getElementById('theme')
  .addEventListener('click', () => setTheme(workspace.theme() === 'dark' ? 'light' : 'dark'));
document.getElementById('open').addEventListener('submit', (event) => {
  event.preventDefault();
  const field = event.target.elements.ticket;
  void open(Number(field.value));
  field.value = '';
});
// One after the other: two refreshes at once could show the older answer last.
let refreshing = Promise.resolve();
new EventSource('/workspace/changes').addEventListener('message', ({ data }) => {
  const tab = tabs.find((each) => each.id() === Number(data));
  if (tab) refreshing = refreshing.then(() => tab.refresh()).catch((error) => notify(error.message, 'error', 10_000));
});

await open(facts.ticketId);

/** For tests that drive the page: what a person does with the mouse, in one call. */
globalThis.workspace = {
  open,
  setTheme,
  moveTo: async (ticketId) => {
    await active.moveTo(ticketId);
    showTabs();
  },
  setViewers: (people) => active.setViewers(people),
  composer: () => ({ html: active.composer.html(), text: active.composer.plain(), type: active.composer.type() }),
};
