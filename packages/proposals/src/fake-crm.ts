import type {
  ActivityBudget,
  AttachProposal,
  Connection,
  DealConnection,
  DealContext,
  DraftQuote,
  GatheredDeal,
  QuoteReceipt,
} from '@draftsmith/contracts';
import { AppError } from '@draftsmith/errors';

/** What stands in the source system. */
export interface FakeCrm {
  connection: Connection;
  deals: DealConnection;
  deal: () => GatheredDeal;
  files: Map<string, Uint8Array>;
  notes: Map<string, AttachProposal['note']>;
  quotes: Map<string, DraftQuote>;
  tasks: Map<string, string>;
  /** Callbacks, as often as they were told. */
  told: string[];
  calls: string[];
  /** How much of the history was asked for, each time. */
  budgets: ActivityBudget[];
  /** What the next calls do: `lost` has its effect, and nobody hears of it; `down` has none. */
  faults: ('lost' | 'down' | 'fine')[];
  quoteKind: QuoteReceipt['kind'];
}

/** A source system as the contract wants it: the same key leaves one of everything. */
export function aCrm(deal: () => DealContext): FakeCrm {
  const call = async <Value>(name: string, effect: () => Value): Promise<Value> => {
    crm.calls.push(name);
    const fault = crm.faults.shift() ?? 'fine';
    if (fault === 'down') throw new AppError('unavailable', 'The source system does not answer');
    const value = effect();
    if (fault === 'lost') throw new AppError('timeout', 'No answer in time');
    return value;
  };
  const once = <Value>(all: Map<string, Value>, key: string, value: Value) => {
    const kind = all.has(key) ? ('already-there' as const) : ('created' as const);
    if (kind === 'created') all.set(key, value);
    return kind;
  };
  const deals: DealConnection = {
    gather: (_, budget) => {
      crm.budgets.push(budget);
      return call('gather', () => crm.deal());
    },
    recent: async () => [],
    attach: ({ idempotencyKey, files, note }) =>
      call('attach', () => {
        for (const { name, bytes } of files) crm.files.set(name, bytes);
        const kind = once(crm.notes, idempotencyKey, note);
        return { kind, noteId: `note-${idempotencyKey.slice(0, 8)}`, fileIds: files.map(({ name }) => `file-${name}`) };
      }),
    draftQuote: (write) =>
      call('quote', () => {
        const kind = once(crm.quotes, write.idempotencyKey, write);
        return { kind: kind === 'created' ? crm.quoteKind : kind, quoteId: 'q1', url: 'https://crm.example/q1' };
      }),
    askApproval: ({ idempotencyKey, subject }) =>
      call('approval', () => {
        once(crm.tasks, idempotencyKey, subject);
        return { taskId: 't1' };
      }),
    stages: async () => [],
    owners: () => call('owners', () => [{ id: '9', name: 'Olga Owner' }]),
    person: async (id) => ({ id, name: 'Rita Rep' }),
    follow: async () => ({ gone: false }),
    completeAction: (callbackId, { ok }) => call('tell', () => void crm.told.push(`${callbackId} ${ok}`)),
  };
  const crm: FakeCrm = {
    ...{ deals, connection: { deals } as unknown as Connection },
    deal: () => ({ kind: 'deal', context: deal() }),
    ...{ files: new Map(), notes: new Map(), quotes: new Map(), tasks: new Map() },
    ...{ told: [], calls: [], budgets: [], faults: [], quoteKind: 'created' },
  };
  return crm;
}
