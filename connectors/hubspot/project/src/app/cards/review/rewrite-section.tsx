import { Alert, Button, ButtonRow, Flex, Input } from '@hubspot/ui-extensions';
import { useState } from 'react';
import { useWords } from '../parts/words.ts';
import { MOST_STEER } from '../prepare/choices.ts';
import type { SectionProps } from './section-card.tsx';

/** Has the model write a section anew. A person's words are replaced only after a second question. */
export function RewriteSection({ section, version, busy, failed, session, text, onText, onClose }: SectionProps) {
  const { m } = useWords();
  // A field that is given its own words again would lose those that were typed meanwhile.
  const [first] = useState(text);
  const said = text.trim();
  const tooLong = said.length > MOST_STEER;
  const declined =
    failed?.request.what === 'regenerate' &&
    failed.request.section === section.kind &&
    'problem' in failed.failure &&
    failed.failure.problem.code === 'edited';
  const personal = section.writtenBy === 'person' || declined;
  const rewrite = () =>
    void session.start({
      what: 'regenerate',
      version: version.number,
      section: section.kind,
      ...(said !== '' && { steer: said }),
      ...(personal && { force: true }),
    });
  const close = () => {
    if (declined) session.dismiss();
    onClose();
  };
  return (
    <Flex direction="column" gap="sm">
      <Input
        name={`steer-${section.kind}`}
        label={m.review.steer}
        defaultValue={first}
        onInput={onText}
        error={tooLong}
        {...(tooLong && { validationMessage: m.prepare.tooLong(MOST_STEER) })}
      />
      {personal && (
        <Alert variant="warning" title={m.review.editedTitle}>
          {m.review.editedText}
        </Alert>
      )}
      <ButtonRow>
        <Button size="sm" variant={personal ? 'destructive' : 'primary'} disabled={busy || tooLong} onClick={rewrite}>
          {personal ? m.review.replace : m.review.startRewrite}
        </Button>
        <Button size="sm" onClick={close}>
          {personal ? m.review.keep : m.cancel}
        </Button>
      </ButtonRow>
    </Flex>
  );
}
