import type { ConnectionView } from '@draftsmith/contracts';
import { useI18n } from '../i18n/context.tsx';

/** Where one is on the way from an account's name to its first draft. */
export function Stages({ current, draftsAs }: { current: 0 | 1 | 2; draftsAs: ConnectionView['draftsAs'] }) {
  const { m } = useI18n();
  const { progress, stages } = m.connections.wizard;
  return (
    <ol className="stages" aria-label={progress}>
      {stages[draftsAs].map((name, index) => (
        <li key={name} aria-current={index === current ? 'step' : undefined} data-done={index < current || undefined}>
          <span>{name}</span>
        </li>
      ))}
    </ol>
  );
}
