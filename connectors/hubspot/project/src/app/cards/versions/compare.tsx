import type { ProposalVersionSummary } from '@draftsmith/contracts';
import { Alert, Button, ButtonRow, Flex, Heading, LoadingSpinner, Select } from '@hubspot/ui-extensions';
import { useState } from 'react';
import { wordsOf } from '../parts/failure.ts';
import { useWords } from '../parts/words.ts';
import type { Session } from '../session/session.ts';
import type { CardState } from '../session/state.ts';
import { Diff } from './diff.tsx';

interface CompareProps {
  /** Newest first, at least two. */
  versions: readonly ProposalVersionSummary[];
  state: CardState;
  session: Session;
}

export function Compare({ versions, state, session }: CompareProps) {
  const { m, formats } = useWords();
  // Until somebody chooses, always the two newest, also when another one was made meanwhile.
  const [chosen, setChosen] = useState<{ from?: number; to?: number }>({});
  const from = chosen.from ?? versions[1]?.number ?? 0;
  const to = chosen.to ?? versions[0]?.number ?? 0;
  const options = versions.map(({ number, createdAt }) => ({
    label: m.versions.option(number, formats.moment(createdAt)),
    value: number,
  }));
  return (
    <Flex direction="column" gap="sm">
      <Heading>{m.versions.compare}</Heading>
      <Flex direction="row" gap="sm" wrap>
        <Select
          name="from"
          label={m.versions.from}
          options={options}
          value={from}
          onChange={(value) => setChosen((before) => ({ ...before, from: Number(value) }))}
        />
        <Select
          name="to"
          label={m.versions.to}
          options={options}
          value={to}
          onChange={(value) => setChosen((before) => ({ ...before, to: Number(value) }))}
        />
      </Flex>
      <ButtonRow>
        <Button size="sm" disabled={from === to} onClick={() => void session.compare(from, to)}>
          {m.versions.startCompare}
        </Button>
      </ButtonRow>
      <Outcome comparison={state.comparison} />
    </Flex>
  );
}

function Outcome({ comparison }: { comparison: CardState['comparison'] }) {
  const { m } = useWords();
  if (!comparison) return null;
  if (comparison.diff) return <Diff diff={comparison.diff} />;
  if (!comparison.failure) return <LoadingSpinner label={m.versions.comparing} showLabel size="sm" />;
  const { title, text } = wordsOf(comparison.failure, m);
  return (
    <Alert variant="warning" title={`${m.versions.notCompared}. ${title}`}>
      {text}
    </Alert>
  );
}
