import { type AssistDraft, RATING_REASONS, type RatingReason } from '@draftsmith/contracts';
import { Button, ToggleIconButton } from '@zendeskgarden/react-buttons';
import { Checkbox, Field, Fieldset, Label, Textarea } from '@zendeskgarden/react-forms';
import { type FormEvent, useState } from 'react';
import { styled } from 'styled-components';
import { useApp, useWords } from '../app/context.ts';
import { Icon } from '../ui/icons.ts';
import { Row, Small, Stack } from '../ui/layout.ts';

const COMMENT_MAX = 500;

const Line = styled(Row)`
  justify-content: space-between;
`;

/** Whether the draft was of use, and what was wrong with it. */
export function Rating({ draft }: { draft: AssistDraft }) {
  const { session, announce } = useApp();
  const m = useWords();
  const [asking, setAsking] = useState(false);
  const [said, setSaid] = useState<string | null>(null);
  const send = (rating: NonNullable<AssistDraft['rating']>) => {
    const say = (text: string) => {
      setSaid(text);
      announce(text);
    };
    session.rate(draft, rating).then(
      () => say(m.rate.thanks),
      () => say(m.rate.failed),
    );
  };
  return (
    <Stack $gap={8} as="section" aria-label={m.rate.question}>
      <Line>
        <span>{m.rate.question}</span>
        <Row $gap={4}>
          <ToggleIconButton
            size="small"
            aria-label={m.rate.good}
            isPressed={draft.rating?.good === true}
            onClick={() => {
              setAsking(false);
              send({ good: true, reasons: [] });
            }}
          >
            <Icon name="good" />
          </ToggleIconButton>
          <ToggleIconButton
            size="small"
            aria-label={m.rate.bad}
            isPressed={draft.rating?.good === false}
            aria-expanded={asking}
            onClick={() => {
              setAsking(true);
              send({ good: false, reasons: draft.rating?.reasons ?? [] });
            }}
          >
            <Icon name="bad" />
          </ToggleIconButton>
        </Row>
      </Line>
      {asking ? (
        <Reasons
          first={draft.rating?.reasons ?? []}
          onSend={(reasons, comment) => {
            setAsking(false);
            send({ good: false, reasons, ...(comment && { comment }) });
          }}
        />
      ) : (
        said && <Small>{said}</Small>
      )}
    </Stack>
  );
}

interface ReasonsProps {
  first: readonly RatingReason[];
  onSend: (reasons: RatingReason[], comment: string) => void;
}

function Reasons({ first, onSend }: ReasonsProps) {
  const m = useWords();
  const [chosen, setChosen] = useState<ReadonlySet<RatingReason>>(new Set(first));
  const [comment, setComment] = useState('');
  const toggle = (reason: RatingReason) => {
    const next = new Set(chosen);
    if (!next.delete(reason)) next.add(reason);
    setChosen(next);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSend(
      RATING_REASONS.filter((reason) => chosen.has(reason)),
      comment.trim(),
    );
  };
  return (
    <form onSubmit={submit}>
      <Stack $gap={8}>
        <Fieldset isCompact>
          <Fieldset.Legend>{m.rate.why}</Fieldset.Legend>
          {RATING_REASONS.map((reason) => (
            <Field key={reason}>
              <Checkbox checked={chosen.has(reason)} onChange={() => toggle(reason)}>
                <Label>{m.reasons[reason]}</Label>
              </Checkbox>
            </Field>
          ))}
        </Fieldset>
        <Field>
          <Label>{m.rate.comment}</Label>
          <Textarea
            isCompact
            minRows={2}
            maxLength={COMMENT_MAX}
            value={comment}
            onChange={(event) => setComment(event.target.value)}
          />
        </Field>
        <Row>
          <Button type="submit" size="small">
            {m.rate.send}
          </Button>
        </Row>
      </Stack>
    </form>
  );
}
