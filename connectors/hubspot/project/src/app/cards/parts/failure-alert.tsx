import type { ProposalRequest } from '@draftsmith/contracts';
import { Alert, Button, ButtonRow, Flex, Text } from '@hubspot/ui-extensions';
import { Gaps } from '../prepare/gaps.tsx';
import type { CardState } from '../session/state.ts';
import { mayTryAgain, meantAnyway, wordsOf } from './failure.ts';
import { useWords } from './words.ts';

interface FailedAlertProps {
  failed: NonNullable<CardState['failed']>;
  onAgain: () => void;
  /** Asks for it once more, as something that was meant. */
  onMeant: (request: ProposalRequest) => void;
  onDismiss: () => void;
}

/** What this person asked for and did not get, why, and what can be done. */
export function FailedAlert({ failed, onAgain, onMeant, onDismiss }: FailedAlertProps) {
  const { request, failure } = failed;
  const meant = meantAnyway(failed);
  const { m } = useWords();
  const { title, text } = wordsOf(failure, m);
  const gaps = 'problem' in failure ? (failure.problem.gaps ?? []) : [];
  return (
    <Alert variant="danger" title={`${m.failed[request.what]}. ${title}`}>
      <Flex direction="column" gap="sm">
        <Text>{text}</Text>
        {gaps.length > 0 && <Gaps gaps={gaps} />}
        <ButtonRow>
          {mayTryAgain(failure) && (
            <Button size="sm" variant="primary" onClick={onAgain}>
              {m.tryAgain}
            </Button>
          )}
          {meant && (
            <Button size="sm" variant="destructive" onClick={() => onMeant(meant)}>
              {meant.what === 'quote' ? m.act.quoteAnyway : m.act.attachAnyway}
            </Button>
          )}
          <Button size="sm" onClick={onDismiss}>
            {m.dismiss}
          </Button>
        </ButtonRow>
      </Flex>
    </Alert>
  );
}

interface StaleAlertProps {
  failure: NonNullable<CardState['lookFailure']>;
  onAgain: () => void;
}

/** The server could not be asked; what is on screen is from before. */
export function StaleAlert({ failure, onAgain }: StaleAlertProps) {
  const { m } = useWords();
  const { title, text } = wordsOf(failure, m);
  return (
    <Alert variant="warning" title={title}>
      <Flex direction="column" gap="sm">
        <Text>{`${m.stale} ${text}`}</Text>
        <ButtonRow>
          <Button size="sm" onClick={onAgain}>
            {m.tryAgain}
          </Button>
        </ButtonRow>
      </Flex>
    </Alert>
  );
}
