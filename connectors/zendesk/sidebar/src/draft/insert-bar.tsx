import type { AssistDraft } from '@draftsmith/contracts';
import { Button } from '@zendeskgarden/react-buttons';
import { styled } from 'styled-components';
import { useWords } from '../app/context.ts';
import type { Answer } from '../insert/next-step.ts';
import { Icon } from '../ui/icons.ts';
import { Row, Stack } from '../ui/layout.ts';
import { Asking, Notice } from '../ui/notice.tsx';
import { WaitingButton } from '../ui/waiting-button.tsx';
import { restsOnInternal } from './standing.ts';
import type { Insertion } from './use-insertion.ts';

const Warning = styled.p`
  display: flex;
  gap: 8px;
  font-size: 13px;
  line-height: 18px;
  svg { flex: none; margin-block-start: 1px; }
`;

const Wide = styled(WaitingButton)`
  flex: 1;
`;

/** The way of a draft into the reply box, and the questions on that way. */
export function InsertBar({ draft, insertion, stale }: { draft: AssistDraft; insertion: Insertion; stale: boolean }) {
  const m = useWords();
  const { asked, told, busy } = insertion;
  return (
    <Stack $gap={8}>
      {restsOnInternal(draft) && !asked && (
        <Warning>
          <Icon name="lock" /> {m.internal}
        </Warning>
      )}
      {/* Stays while a question is open: the focus comes back to it. */}
      <Row>
        <Wide isPrimary={!stale} waiting={busy} onClick={insertion.insert}>
          {busy && !asked ? m.inserting : m.insert}
        </Wide>
        <WaitingButton isNeutral waiting={busy} onClick={insertion.copy}>
          <Button.StartIcon>
            <Icon name="copy" />
          </Button.StartIcon>
          {m.copy}
        </WaitingButton>
      </Row>
      {asked && <AskedQuestion asked={asked} />}
      {told && !asked && (
        <Notice type={told.type} title={told.text}>
          {told.written && (
            <Button size="small" onClick={() => told.written && insertion.undo(told.written)}>
              {m.undo}
            </Button>
          )}
        </Notice>
      )}
    </Stack>
  );
}

function AskedQuestion({ asked: { question, forCopy, answer } }: { asked: NonNullable<Insertion['asked']> }) {
  const m = useWords();
  const { title, text } = m.questions[question];
  const choice = (label: string, given: Answer) => (
    <Button size="small" key={given} onClick={() => answer(given)}>
      {label}
    </Button>
  );
  return (
    <Asking type="warning" title={title} text={text} onCancel={() => answer('cancel')}>
      {question === 'typed-reply' && [choice(m.append, 'append'), choice(m.replace, 'replace')]}
      {question === 'typed-note' && choice(m.replaceNote, 'replace')}
      {question !== 'typed-reply' &&
        question !== 'typed-note' &&
        choice(forCopy ? m.copyAnyway : m.goOn[question], 'go-on')}
      <Button size="small" isBasic onClick={() => answer('cancel')}>
        {m.cancel}
      </Button>
    </Asking>
  );
}
