import type { RateCardItem, RateCardSaved } from '@draftsmith/contracts';
import { useState } from 'react';
import type { AccountName } from '../../router/route.ts';
import { checkRateCard, replaceRateCard } from '../endpoints.ts';
import { type CardChanges, cardChanges } from './changes.ts';
import { rateCardCsv, utf8Of } from './csv.ts';

/** As the server limits it. */
const MAX_BYTES = 2 * 1024 * 1024;

export type UploadState =
  | { kind: 'idle' | 'checking' | 'replacing' | 'not-utf8' | 'too-large' | 'undone' }
  | { kind: 'wrong'; problems: RateCardSaved['problems'] }
  /** Nothing changed yet: a person sees what would. */
  | { kind: 'checked'; file: string; csv: string; changes: CardChanges }
  | { kind: 'replaced'; before: readonly RateCardItem[]; count: number }
  | { kind: 'refused'; problem: unknown };

/** From a file to the card that holds: it is checked, then a person agrees, then it can still be undone. */
export function useUpload(
  account: AccountName,
  items: readonly RateCardItem[],
  onReplaced: (items: readonly RateCardItem[]) => void,
) {
  const [state, setState] = useState<UploadState>({ kind: 'idle' });

  const during = async (kind: 'checking' | 'replacing', work: () => Promise<UploadState>) => {
    setState({ kind });
    setState(await work().catch((problem: unknown): UploadState => ({ kind: 'refused', problem })));
  };
  const put = (csv: string, done: (saved: RateCardSaved) => UploadState) =>
    during('replacing', async () => {
      const saved = await replaceRateCard(account, csv);
      if (!saved.saved) return { kind: 'wrong', problems: saved.problems };
      onReplaced(saved.items);
      return done(saved);
    });

  return {
    state,
    check: (file: File) =>
      during('checking', async () => {
        if (file.size > MAX_BYTES) return { kind: 'too-large' };
        const csv = utf8Of(await file.arrayBuffer());
        if (csv === null) return { kind: 'not-utf8' };
        const checked = await checkRateCard(account, csv);
        if (checked.problems.length > 0) return { kind: 'wrong', problems: checked.problems };
        return { kind: 'checked', file: file.name, csv, changes: cardChanges(items, checked.items) };
      }),
    replace: (csv: string) => put(csv, ({ items: now }) => ({ kind: 'replaced', before: items, count: now.length })),
    undo: (before: readonly RateCardItem[]) => put(rateCardCsv(before), () => ({ kind: 'undone' })),
    cancel: () => setState({ kind: 'idle' }),
  };
}

export type Upload = ReturnType<typeof useUpload>;
