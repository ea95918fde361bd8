import type { Choice, RuleChoices } from '@draftsmith/contracts';
import useSWR from 'swr';
import { type AccountView, choicesUrl } from '../api/endpoints.ts';
import { useI18n } from '../i18n/context.tsx';

export interface Choices {
  state: 'loading' | 'loaded' | 'unavailable';
  /** Empty lists until they are there: identifiers are shown and can be typed all the same. */
  lists: RuleChoices;
  problem: unknown;
  again: () => void;
}

const NONE: RuleChoices = { brands: [], groups: [], forms: [], channels: [], tags: [], agents: [] };

/** What an admin picks from. Channels have names in the console's own language where it knows them. */
export function useChoices(account: AccountView): Choices {
  const { m } = useI18n();
  const { data, error, mutate } = useSWR<RuleChoices>(choicesUrl(account), { revalidateOnFocus: false });
  const named = ({ id, name }: Choice) => ({ id, name: m.rules.channelNames[id] ?? name });
  const known = Object.entries(m.rules.channelNames).map(([id, name]) => ({ id, name }));
  return {
    state: data ? 'loaded' : error ? 'unavailable' : 'loading',
    lists: data ? { ...data, channels: data.channels.map(named) } : { ...NONE, channels: known },
    problem: error,
    again: () => void mutate(),
  };
}
