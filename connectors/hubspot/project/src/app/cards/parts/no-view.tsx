import { Button, ErrorState, Text } from '@hubspot/ui-extensions';
import type { Failure } from '../session/state.ts';
import { wordsOf } from './failure.ts';
import { useWords } from './words.ts';

/** Those that an admin has to deal with. */
const LOCKED = new Set(['not-connected', 'reconnect', 'permission', 'refused', 'not-set-up']);

/** Nothing is known of the deal yet, and why. */
export function NoView({ failure, onAgain }: { failure: Failure; onAgain: () => void }) {
  const { m } = useWords();
  const { title, text } = wordsOf(failure, m);
  const code = 'problem' in failure ? failure.problem.code : failure.trouble;
  return (
    <ErrorState title={title} type={LOCKED.has(code) ? 'lock' : 'error'}>
      <Text>{text}</Text>
      <Button onClick={onAgain}>{m.tryAgain}</Button>
    </ErrorState>
  );
}
