import type { InstallationState } from '@draftsmith/contracts';
import { useI18n } from '../i18n/context.tsx';
import { Icon, type IconName } from '../shell/icon.tsx';

const LOOKS: Record<InstallationState, { icon: IconName; chip: string }> = {
  ready: { icon: 'drafted', chip: 'chip chip-drafted' },
  connecting: { icon: 'waiting', chip: 'chip' },
  reconnect: { icon: 'failed', chip: 'chip chip-failed' },
  removing: { icon: 'working', chip: 'chip chip-working' },
};

/** The state of an installation: sign, colour and word say the same. */
export function StateChip({ state }: { state: InstallationState }) {
  const { m } = useI18n();
  return (
    <span className={LOOKS[state].chip}>
      <Icon name={LOOKS[state].icon} size={14} /> {m.connections.states[state]}
    </span>
  );
}
