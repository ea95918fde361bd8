import { createRoot } from 'react-dom/client';
import { createAssistApi } from '../assist/api.ts';
import { languageOf } from '../i18n/language.ts';
import { createSession, type Session } from '../session/session.ts';
import type { ZafClient } from '../zaf/client.ts';
import { createComposer } from '../zaf/composer.ts';
import { fitHeight } from '../zaf/fit-height.ts';
import { type Installation, readInstallation, readTicketId } from '../zaf/installation.ts';
import { createPresence, type Presence } from '../zaf/presence.ts';
import { createAnnouncer } from './announcer.ts';
import { App } from './app.tsx';
import type { AppPorts } from './context.ts';
import { copyText } from './copy-text.ts';

/** Events of the framework after which the server may know more. */
const TICKET_EVENTS = ['ticket.conversation.changed', 'ticket.updated', 'ticket.submit.done'];

/** Shows the app, for the ticket that is open and for each that takes its place. */
export async function startApp(client: ZafClient, place: HTMLElement): Promise<void> {
  const root = createRoot(place);
  const installation = await readInstallation(client);
  const language = languageOf(installation.locale);
  document.documentElement.lang = language.code;
  fitHeight(client, place);
  let scheme = installation.colorScheme;
  const onScheme = (listener: (scheme: 'light' | 'dark') => void) => {
    const changed = (given: unknown) => {
      scheme = given === 'dark' ? 'dark' : 'light';
      listener(scheme);
    };
    client.on('colorScheme.changed', changed);
    return () => client.off('colorScheme.changed', changed);
  };

  const presence = createPresence(client, document);
  let ticket = new AbortController();
  const open = (ticketId: string) => {
    ticket.abort();
    ticket = new AbortController();
    const { ports, announcer } = openTicket(client, { ...installation, ticketId }, presence);
    const app = <App key={ticketId} ports={ports} announcer={announcer} scheme={scheme} onScheme={onScheme} />;
    root.render(app);
    return listenTo(client, ports.session, ticket.signal);
  };
  // Agents who play tickets one after the other stay in one tab, and in one app.
  client.on('ticket.id.changed', async () => {
    const ticketId = await readTicketId(client);
    if (ticketId !== '') await open(ticketId);
  });
  await open(installation.ticketId);
}

function openTicket(client: ZafClient, installation: Installation, presence: Presence) {
  const api = createAssistApi(client, installation);
  const announcer = createAnnouncer();
  const ports: AppPorts = {
    api,
    session: createSession({ api, presence, newId: () => crypto.randomUUID(), pause }),
    language: languageOf(installation.locale),
    composer: createComposer(client),
    ticketId: installation.ticketId,
    openTicketId: () => readTicketId(client),
    copy: copyText,
    announce: announcer.announce,
  };
  return { ports, announcer };
}

/** Until the signal fires: what happens in the ticket is looked at at once. */
async function listenTo(client: ZafClient, session: Session, signal: AbortSignal): Promise<void> {
  for (const event of TICKET_EVENTS) {
    client.on(event, session.look);
    signal.addEventListener('abort', () => client.off(event, session.look), { once: true });
  }
  await session.run(signal);
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((done) => {
    if (signal.aborted) return done();
    const end = () => {
      clearTimeout(timer);
      done();
    };
    const timer = setTimeout(end, ms);
    signal.addEventListener('abort', end, { once: true });
  });
}
