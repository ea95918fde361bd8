import type { ProposalOperation, ProposalRequest } from '@draftsmith/contracts';
import { Flex, Heading, LoadingSpinner, StepIndicator, Text, Tile } from '@hubspot/ui-extensions';
import { progressOf } from '../session/progress.ts';
import { useWords } from './words.ts';

interface ProgressProps {
  what: ProposalRequest['what'];
  /** Absent while the server has not accepted it. */
  operation: ProposalOperation | null;
}

/** What is under way, step by step, also after the tab was closed and opened again. */
export function Progress({ what, operation }: ProgressProps) {
  const { m } = useWords();
  const { steps, at } = progressOf(operation ?? { what, step: 'queued' });
  const names = steps.map((step) => m.steps[step]);
  const said = operation ? m.progress.step(at + 1, names.length, names[at] ?? '') : m.progress.sending;
  return (
    <Tile>
      <Flex direction="column" gap="sm">
        <Heading>{m.doing[what]}</Heading>
        <StepIndicator stepNames={names} currentStep={at} />
        {/* The indicator alone may not be read out. */}
        <LoadingSpinner label={said} showLabel size="sm" />
        {operation && <Text variant="microcopy">{m.progress.leave}</Text>}
      </Flex>
    </Tile>
  );
}
