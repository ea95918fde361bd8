import { useI18n } from '../i18n/context.tsx';
import { ProblemText } from '../shell/problem.tsx';

/** Above what was loaded before, while the server cannot be reached: what is shown may be old. */
export function StillTrying({ error }: { error: unknown }) {
  const { m } = useI18n();
  return (
    <div role="status">
      {error !== undefined && (
        <p className="form-problem">
          <ProblemText error={error} /> {m.connections.stillTrying}
        </p>
      )}
    </div>
  );
}
