import type { IButtonProps } from '@zendeskgarden/react-buttons';
import { useApp, useSession, useWords } from '../app/context.ts';
import { isBusy } from '../session/state.ts';
import { WaitingButton } from '../ui/waiting-button.tsx';

/** A long thread in a few lines, in the agent's language. */
export function SummariseButton(props: Pick<IButtonProps, 'isStretched' | 'size' | 'isPill' | 'isNeutral'>) {
  const { session, language } = useApp();
  const busy = isBusy(useSession());
  const m = useWords();
  return (
    <WaitingButton {...props} waiting={busy} onClick={() => session.wish({ kind: 'summarise', into: language.reads })}>
      {m.summarise}
    </WaitingButton>
  );
}
