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

/** Never holds the client's secret: it is asked for again. */
export function keepForm(storage: Pick<Storage, 'setItem'>, connector: string, form: ConnectForm): void {
  const { address, way, clientId } = form;
  storage.setItem(keyOf(connector), JSON.stringify({ address, way, clientId }));
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
