import type { AssistDraft } from '@draftsmith/contracts';
import { Field, Input, Label } from '@zendeskgarden/react-forms';
import { type FormEvent, type RefObject, useState } from 'react';
import { styled } from 'styled-components';
import { useApp, useSession, useWords } from '../app/context.ts';
import { isBusy } from '../session/state.ts';
import { TranslateMessageButton } from '../ticket/reading-help.tsx';
import { SummariseButton } from '../ticket/summarise-button.tsx';
import { Row, Stack } from '../ui/layout.ts';
import { WaitingButton } from '../ui/waiting-button.tsx';

const STEER_MAX = 500;

const Line = styled(Row)`
  flex-wrap: nowrap;
  input { flex: 1; min-inline-size: 0; }
  button { flex: none; }
`;

const Wishes = styled(Row)`
  button { padding-inline: 10px; }
`;

/** Another version of the draft: with a line of the agent's own, or in another tone; and what helps to read it. */
export function Revise({ draft, steer }: { draft: AssistDraft; steer: RefObject<HTMLInputElement> }) {
  const { session, language } = useApp();
  const m = useWords();
  const busy = isBusy(useSession());
  const [text, setText] = useState('');
  const rewrite = (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    const line = text.trim();
    session.wish(line ? { kind: 'regenerate', steer: line } : { kind: 'regenerate' });
    setText('');
  };
  return (
    <Stack as="section" $gap={8} aria-label={m.change}>
      <form onSubmit={rewrite}>
        <Field>
          <Label>{m.steerLabel}</Label>
          <Line>
            <Input
              ref={steer}
              isCompact
              value={text}
              maxLength={STEER_MAX}
              placeholder={m.steerHint}
              onChange={(event) => setText(event.target.value)}
            />
            <WaitingButton type="submit" size="small" isNeutral waiting={busy}>
              {m.steer}
            </WaitingButton>
          </Line>
        </Field>
      </form>
      <Wishes $gap={6}>
        <WaitingButton size="small" isPill isNeutral waiting={busy} onClick={() => session.wish({ kind: 'shorter' })}>
          {m.shorter}
        </WaitingButton>
        <WaitingButton size="small" isPill isNeutral waiting={busy} onClick={() => session.wish({ kind: 'warmer' })}>
          {m.warmer}
        </WaitingButton>
        <WaitingButton
          size="small"
          isPill
          isNeutral
          waiting={busy}
          onClick={() => session.wish({ kind: 'more-formal' })}
        >
          {m.moreFormal}
        </WaitingButton>
        {draft.language !== language.reads && (
          <WaitingButton
            size="small"
            isPill
            isNeutral
            waiting={busy}
            onClick={() => session.wish({ kind: 'translate', into: language.reads })}
          >
            {m.translate}
          </WaitingButton>
        )}
        {draft.language !== language.reads && <TranslateMessageButton />}
        <SummariseButton size="small" isPill isNeutral />
      </Wishes>
    </Stack>
  );
}
