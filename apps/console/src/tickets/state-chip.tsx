import type { DraftState, Outcome } from '@draftsmith/contracts';
import { useI18n } from '../i18n/context.tsx';
import type { Messages } from '../i18n/en.ts';
import { Icon } from '../shell/icon.tsx';

/** A state as sign and word: never by colour alone. */
export function StateChip({ state }: { state: DraftState }) {
  const { m } = useI18n();
  return (
    <span className={`chip chip-${state}`}>
      <Icon name={state} size={14} />
      {m.states[state]}
    </span>
  );
}

/** Why it was skipped or failed, in a few words; empty for the other outcomes. */
export function reasonLabel(outcome: Outcome | null, m: Messages): string {
  if (outcome?.kind === 'skipped') return m.skips[outcome.reason].label;
  if (outcome?.kind === 'failed') return m.failures[outcome.error].label;
  return '';
}
