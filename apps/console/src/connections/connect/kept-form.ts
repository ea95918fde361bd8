import type { AuthorizeRequest } from '@draftsmith/contracts';

/** What was entered before going to the source system, for the way back after a refusal, and for a reload. */
export interface ConnectForm {
  /** As it was typed. */
  address: string;
  way: AuthorizeRequest['way'];
  clientId: string;
}

const EMPTY: ConnectForm = { address: '', way: 'oauth', clientId: '' };
const keyOf = (connector: string) => `draftsmith.connect.${connector}`;
/** Which source system somebody went to: the way back from a refusal does not say it. */
const LAST = 'draftsmith.connecting';

/** Never holds the client's secret: it is asked for again. */
export function keepForm(storage: Pick<Storage, 'setItem'>, connector: string, form: ConnectForm): void {
  const { address, way, clientId } = form;
  storage.setItem(keyOf(connector), JSON.stringify({ address, way, clientId }));
  storage.setItem(LAST, connector);
}

export function keptForm(storage: Pick<Storage, 'getItem'>, connector: string): ConnectForm {
  const kept = parsed(storage.getItem(keyOf(connector)));
  const text = (name: 'address' | 'clientId') => (typeof kept[name] === 'string' ? kept[name] : EMPTY[name]);
  return {
    address: text('address'),
    way: kept.way === 'client-credentials' ? 'client-credentials' : 'oauth',
    clientId: text('clientId'),
  };
}

export function forgetForm(storage: Pick<Storage, 'removeItem'>, connector: string): void {
  storage.removeItem(keyOf(connector));
  storage.removeItem(LAST);
}

/** The source system whose form was open last; null where none was. */
export function lastConnector(storage: Pick<Storage, 'getItem'>): string | null {
  return storage.getItem(LAST);
}

/** Another version of the console may have written something else. */
function parsed(text: string | null): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text ?? '');
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
