import { problemKind, RequestProblem } from '../api/request.ts';
import { useI18n } from '../i18n/context.tsx';

/** The sentence for a failed request; for a code that has none here, the server's own words beside it. */
export function ProblemText({ error }: { error: unknown }) {
  const { m } = useI18n();
  const kind = problemKind(error);
  const known = error instanceof RequestProblem ? (m.problemCodes as Record<string, string>)[error.code] : undefined;
  if (known !== undefined) return known;
  const words = error instanceof RequestProblem && (kind === 'invalid' || kind === 'conflict') ? error.message : '';
  return (
    <>
      {m.problems[kind]}{' '}
      {words && (
        <span lang="en" className="server-words">
          {words}
        </span>
      )}
    </>
  );
}

/** A place on the page whose data could not be loaded. */
export function Problem({ title, error, onRetry }: { title: string; error: unknown; onRetry: () => void }) {
  const { m } = useI18n();
  return (
    <div className="notice" role="alert">
      <h2>{title}</h2>
      <p>
        <ProblemText error={error} />
      </p>
      <button type="button" className="button" onClick={onRetry}>
        {m.app.retry}
      </button>
    </div>
  );
}
