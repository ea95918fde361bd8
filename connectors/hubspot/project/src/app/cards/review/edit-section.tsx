import { Alert, Button, ButtonRow, Flex, List, Text, TextArea } from '@hubspot/ui-extensions';
import { useState } from 'react';
import { useWords } from '../parts/words.ts';
import type { SectionProps } from './section-card.tsx';

const MOST_TEXT = 20_000;

/** A person's own words. Figures and names that nothing confirms are named, and saved only when they are meant. */
export function EditSection({ section, version, busy, failed, session, text, onText, onClose }: SectionProps) {
  const { m } = useWords();
  // A field that is given its own words again would lose those that were typed meanwhile.
  const [first] = useState(text);
  const empty = text.trim() === '';
  const unbound = unconfirmedOf(failed, section.kind, text);
  const save = (confirmed: boolean) =>
    void session.start({
      what: 'edit',
      version: version.number,
      section: section.kind,
      text,
      ...(confirmed && { confirmed }),
    });
  const close = () => {
    if (unbound) session.dismiss();
    onClose();
  };
  return (
    <Flex direction="column" gap="sm">
      <TextArea
        name={`text-${section.kind}`}
        label={`${m.review.words}: ${section.title}`}
        description={m.review.wordsHint}
        defaultValue={first}
        rows={12}
        resize="vertical"
        maxLength={MOST_TEXT}
        onInput={onText}
        error={empty}
        {...(empty && { validationMessage: m.review.empty })}
      />
      {unbound && <Unconfirmed words={unbound} busy={busy} onSave={() => save(true)} onBack={session.dismiss} />}
      <ButtonRow>
        <Button size="sm" variant="primary" disabled={busy || empty || unbound !== null} onClick={() => save(false)}>
          {m.review.save}
        </Button>
        <Button size="sm" onClick={close}>
          {m.cancel}
        </Button>
      </ButtonRow>
    </Flex>
  );
}

interface UnconfirmedProps {
  words: readonly string[];
  busy: boolean;
  onSave: () => void;
  onBack: () => void;
}

function Unconfirmed({ words, busy, onSave, onBack }: UnconfirmedProps) {
  const { m } = useWords();
  const { title, text } = m.problems.unbound;
  return (
    <Alert variant="warning" title={title}>
      <Flex direction="column" gap="sm">
        <Text>{text}</Text>
        <Text format={{ fontWeight: 'demibold' }}>{m.review.unconfirmed}</Text>
        <List variant="unordered-styled">
          {words.map((word) => (
            <Text key={word}>{word}</Text>
          ))}
        </List>
        <ButtonRow>
          <Button size="sm" disabled={busy} onClick={onSave}>
            {m.review.saveAnyway}
          </Button>
          <Button size="sm" onClick={onBack}>
            {m.review.goOnEditing}
          </Button>
        </ButtonRow>
      </Flex>
    </Alert>
  );
}

/** The words that were named, while what was sent is still what stands in the field: only that may be confirmed. */
function unconfirmedOf(failed: SectionProps['failed'], kind: string, text: string): readonly string[] | null {
  if (failed?.request.what !== 'edit' || failed.request.section !== kind || failed.request.text !== text) return null;
  const { failure } = failed;
  return 'problem' in failure && failure.problem.code === 'unbound' ? [...new Set(failure.problem.words ?? [])] : null;
}
