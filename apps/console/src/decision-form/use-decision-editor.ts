import { useState } from 'react';
import { useSWRConfig } from 'swr';
import { getJson, problemKind } from '../api/request.ts';
import { type Fields, sameFields } from './versions.ts';

/** Something that an account has decided, as the server gives it. */
export interface DecisionView {
  connector: string;
  account: string;
  revision: number;
  updatedAt: string | null;
  updatedBy: string | null;
}

/** One kind of decision: where it is, and how the form sees it. */
export interface DecisionKind<View extends DecisionView, F extends Fields> {
  /** Address of the list of all accounts' decisions. */
  url: string;
  fieldsOf: (view: View) => F;
  save: (from: View, wanted: F) => Promise<View>;
}

/** What the last save came to. `saved` holds what was there before, for undo. */
export type SaveState<View, F> =
  | { kind: 'idle' | 'busy' | 'undone' }
  | { kind: 'saved'; before: F }
  | { kind: 'refused'; problem: unknown }
  /** Somebody else saved meanwhile; `theirs` is what holds now. */
  | { kind: 'conflict'; theirs: View };

/** One account's decision while it is edited: what holds, what is on the screen, and the way from one to the other. */
export function useDecisionEditor<View extends DecisionView, F extends Fields>(
  { url, fieldsOf, save }: DecisionKind<View, F>,
  loaded: View,
) {
  const { mutate } = useSWRConfig();
  const [base, setBase] = useState(loaded);
  const [fields, setFields] = useState(() => fieldsOf(loaded));
  const [state, setState] = useState<SaveState<View, F>>({ kind: 'idle' });

  const settle = (view: View, next: SaveState<View, F>) => {
    setBase(view);
    setFields(fieldsOf(view));
    setState(next);
    void mutate(url);
  };
  const put = async (from: View, wanted: F, done: SaveState<View, F>) => {
    setState({ kind: 'busy' });
    try {
      settle(await save(from, wanted), done);
    } catch (problem) {
      const theirs = problemKind(problem) === 'conflict' ? await readOne(url, from).catch(() => null) : null;
      setState(theirs ? { kind: 'conflict', theirs } : { kind: 'refused', problem });
    }
  };

  return {
    base,
    baseFields: fieldsOf(base),
    fields,
    state,
    dirty: !sameFields(fieldsOf(base), fields),
    change(part: Partial<F>) {
      setFields((now) => ({ ...now, ...part }));
      setState((now) => (now.kind === 'busy' ? now : { kind: 'idle' }));
    },
    discard() {
      setFields(fieldsOf(base));
      setState({ kind: 'idle' });
    },
    save: () => put(base, fields, { kind: 'saved', before: fieldsOf(base) }),
    undo: (before: F) => put(base, before, { kind: 'undone' }),
    /** After a conflict: `wanted` is saved over what the other admin saved. */
    saveOver: (theirs: View, wanted: F) => put(theirs, wanted, { kind: 'saved', before: fieldsOf(theirs) }),
    take: (theirs: View) => settle(theirs, { kind: 'idle' }),
    /** Back to editing, with the conflict unsolved: the next save meets it again. */
    keepEditing: () => setState({ kind: 'idle' }),
  };
}

export type DecisionEditor<View extends DecisionView, F extends Fields> = ReturnType<typeof useDecisionEditor<View, F>>;

async function readOne<View extends DecisionView>(url: string, { connector, account }: View): Promise<View | null> {
  const all = await getJson<View[]>(url);
  return all.find((view) => view.connector === connector && view.account === account) ?? null;
}
