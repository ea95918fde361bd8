import type { ProposalView } from '@draftsmith/contracts';
import { Alert, Button, ButtonRow, Divider, Flex, Heading, Input, Select, Text } from '@hubspot/ui-extensions';
import { useState } from 'react';
import { useWords } from '../parts/words.ts';
import type { Session } from '../session/session.ts';
import { choicesOf, chosenAtFirst, MOST_STEER, optionsOf } from './choices.ts';
import { Gaps } from './gaps.tsx';
import { Uses } from './uses.tsx';

interface PrepareScreenProps {
  view: ProposalView;
  busy: boolean;
  session: Session;
}

/** Before generating: what there is, what is missing, and how it is to be written. */
export function PrepareScreen({ view, busy, session }: PrepareScreenProps) {
  const { m } = useWords();
  const blocking = view.gaps.filter(({ severity }) => severity === 'blocks').length;
  return (
    <Flex direction="column" gap="md">
      {view.versions.length === 0 ? <Heading>{m.prepare.empty}</Heading> : <Text>{m.prepare.another}</Text>}
      <Heading>{m.prepare.uses}</Heading>
      <Uses uses={view.uses} />
      <Heading>{m.prepare.missing}</Heading>
      {view.gaps.length === 0 ? <Text>{m.prepare.complete}</Text> : <Gaps gaps={view.gaps} />}
      <ButtonRow>
        <Button size="sm" onClick={session.look} disabled={busy}>
          {m.checkAgain}
        </Button>
      </ButtonRow>
      <Divider />
      {blocking > 0 && (
        <Alert variant="danger" title={m.prepare.blocked(blocking)}>
          {m.prepare.blockedText}
        </Alert>
      )}
      <ChoicesForm view={view} disabled={busy || blocking > 0} session={session} />
    </Flex>
  );
}

function ChoicesForm({ view, disabled, session }: { view: ProposalView; disabled: boolean; session: Session }) {
  const words = useWords();
  const { prepare } = words.m;
  const [chosen, setChosen] = useState(() => chosenAtFirst(view.defaults));
  const options = optionsOf(view, chosen, words);
  const tooLong = chosen.steer.trim().length > MOST_STEER;
  const select = (name: 'template' | 'locale' | 'tone', label: string) => (
    <Select
      name={name}
      label={label}
      options={options[name]}
      value={chosen[name]}
      onChange={(value) => setChosen((before) => ({ ...before, [name]: String(value) }))}
    />
  );
  return (
    <Flex direction="column" gap="sm">
      <Heading>{prepare.choices}</Heading>
      {view.templates.length > 0 && select('template', prepare.template)}
      {select('locale', prepare.language)}
      {select('tone', prepare.tone)}
      <Input
        name="steer"
        label={prepare.steer}
        description={prepare.steerHint}
        defaultValue={view.defaults.steer ?? ''}
        onInput={(steer) => setChosen((before) => ({ ...before, steer }))}
        error={tooLong}
        {...(tooLong && { validationMessage: prepare.tooLong(MOST_STEER) })}
      />
      <ButtonRow>
        <Button
          variant="primary"
          disabled={disabled || tooLong}
          onClick={() => void session.start({ what: 'generate', choices: choicesOf(chosen) })}
        >
          {prepare.generate}
        </Button>
      </ButtonRow>
    </Flex>
  );
}
