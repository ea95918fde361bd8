import { useI18n } from '../i18n/context.tsx';
import { ProblemText } from '../shell/problem.tsx';

interface ChoicesNoticeProps {
  state: 'loading' | 'loaded' | 'unavailable';
  words: { loading: string; unavailable: string };
  problem: unknown;
  again: () => void;
}

/** Without the source system's lists a decision can still be read and written, by identifiers. */
export function ChoicesNotice({ state, words, problem, again }: ChoicesNoticeProps) {
  const { m } = useI18n();
  if (state === 'loaded') return null;
  return (
    <div className="choices-notice" role="status">
      {state === 'loading' ? (
        words.loading
      ) : (
        <>
          <p>
            {words.unavailable} <ProblemText error={problem} />
          </p>
          <button type="button" className="button" onClick={again}>
            {m.app.retry}
          </button>
        </>
      )}
    </div>
  );
}
