import { useApp, useSession, useWords } from '../app/context.ts';
import { isBusy } from '../session/state.ts';
import { Row } from '../ui/layout.ts';
import { WaitingButton } from '../ui/waiting-button.tsx';
import { SummariseButton } from './summarise-button.tsx';

/** What helps to read a ticket that has no draft: its thread in a few lines, and the customer's words in one's own language. */
export function ReadingHelp() {
  return (
    <Row $gap={6}>
      <TranslateMessageButton />
      <SummariseButton size="small" isPill isNeutral />
    </Row>
  );
}

/** What the customer wrote, in the agent's language; nobody is asked which one it is in. */
export function TranslateMessageButton() {
  const { session, language } = useApp();
  const busy = isBusy(useSession());
  const m = useWords();
  return (
    <WaitingButton
      size="small"
      isPill
      isNeutral
      waiting={busy}
      onClick={() => session.wish({ kind: 'translate', into: language.reads }, null)}
    >
      {m.translateMessage}
    </WaitingButton>
  );
}
