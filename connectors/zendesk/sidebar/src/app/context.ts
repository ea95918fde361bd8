import { createContext, useContext, useSyncExternalStore } from 'react';
import type { AssistApi } from '../assist/api.ts';
import type { Language } from '../i18n/language.ts';
import type { Session } from '../session/session.ts';
import type { SessionState } from '../session/state.ts';
import type { Composer } from '../zaf/composer.ts';

/** What every part of the app may need. */
export interface AppPorts {
  session: Session;
  api: AssistApi;
  composer: Composer;
  language: Language;
  /** The ticket that this app was opened for. */
  ticketId: string;
  /** The ticket that is open now. */
  openTicketId(): Promise<string>;
  copy(text: string): Promise<void>;
  /** Says something to screen readers. */
  announce(text: string): void;
}

export const AppContext = createContext<AppPorts | null>(null);

export function useApp(): AppPorts {
  const ports = useContext(AppContext);
  if (!ports) throw new Error('Not within the app');
  return ports;
}

export function useWords() {
  return useApp().language.m;
}

export function useSession(): SessionState {
  const { session } = useApp();
  return useSyncExternalStore(session.subscribe, session.state);
}
