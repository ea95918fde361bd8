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
  /** What holds now; absent where the list says it by the account. */
  read?: (of: View) => Promise<View | null>;
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
  { url, fieldsOf, save, read = (of) => readOne(url, of) }: DecisionKind<View, F>,
  loaded: View,
  /** What is on the screen at first, where that is not what holds. */
  begun: Partial<F> = {},
) {
  const { mutate } = useSWRConfig();
  const [base, setBase] = useState(loaded);
  const [fields, setFields] = useState<F>(() => ({ ...fieldsOf(loaded), ...begun }));
  const [state, setState] = useState<SaveState<View, F>>({ kind: 'idle' });

  const settle = (view: View, next: SaveState<View, F>) => {
    setBase(view);
    setFields(fieldsOf(view));
    setState(next);
    void mutate(url);
  };
  const put = async (from: View, wanted: F, done: SaveState<View, F>): Promise<void> => {
    setState({ kind: 'busy' });
    try {
      settle(await save(from, wanted), done);
    } catch (problem) {
      const theirs = problemKind(problem) === 'conflict' ? await read(from).catch(() => null) : null;
      // Something beside the fields was saved meanwhile: there is nothing to choose between.
      if (theirs && theirs.revision !== from.revision && sameFields(fieldsOf(theirs), fieldsOf(from)))
        return put(theirs, wanted, done);
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
    /** Something beside the fields was saved, and with it there is a newer revision: what is typed stays. */
    moveTo(view: View) {
      setBase(view);
      void mutate(url);
    },
    /** Somebody else's change was met outside of saving: it is taken, or joined with what is typed. */
    meet: (theirs: View) =>
      sameFields(fieldsOf(base), fields) ? settle(theirs, { kind: 'idle' }) : setState({ kind: 'conflict', theirs }),
    /** Back to editing, with the conflict unsolved: the next save meets it again. */
    keepEditing: () => setState({ kind: 'idle' }),
  };
}

export type DecisionEditor<View extends DecisionView, F extends Fields> = ReturnType<typeof useDecisionEditor<View, F>>;

async function readOne<View extends DecisionView>(url: string, { connector, account }: View): Promise<View | null> {
  const all = await getJson<View[]>(url);
  return all.find((view) => view.connector === connector && view.account === account) ?? null;
}
