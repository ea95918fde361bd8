import { useId, useState } from 'react';
import { useSubmit } from '../access/use-submit.ts';
import { type Trial, tryPolicy } from '../api/endpoints.ts';
import { useI18n } from '../i18n/context.tsx';
import { ProblemText } from '../shell/problem.tsx';
import { type PolicyFields, policyOf } from './fields.ts';

/** As the server limits it: bytes of UTF-8. */
const MAX_BYTES = 100_000;

/** A message of one's own, as it would be replaced with what is on the page now. */
export function TryIt({ fields }: { fields: PolicyFields }) {
  const { m } = useI18n();
  const id = useId();
  const [text, setText] = useState('');
  const [trial, setTrial] = useState<{ given: string; found: Trial } | null>(null);
  const tooLong = new TextEncoder().encode(text).length > MAX_BYTES;
  const form = useSubmit(async () => {
    setTrial(null);
    setTrial({ given: text, found: await tryPolicy(policyOf(fields), text) });
  });
  return (
    <section className="policy-part try-it" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{m.policy.tryTitle}</h2>
      <p>{m.policy.tryLead}</p>
      <form onSubmit={form.submit}>
        <div className="field">
          <label htmlFor={id}>{m.policy.tryText}</label>
          <textarea id={id} rows={5} dir="auto" value={text} onChange={(event) => setText(event.target.value)} />
        </div>
        {tooLong && (
          <p role="alert" className="form-problem">
            {m.policy.tryTooLong}
          </p>
        )}
        {form.problem !== null && (
          <p role="alert" className="form-problem">
            <ProblemText error={form.problem} />
          </p>
        )}
        <button type="submit" className="button" disabled={form.busy || tooLong || text.trim() === ''}>
          {form.busy ? m.policy.tryRunning : m.policy.tryRun}
        </button>
      </form>
      <div role="status">{trial && <TrialResult given={trial.given} found={trial.found} />}</div>
    </section>
  );
}

function TrialResult({ given, found }: { given: string; found: Trial }) {
  const { m, f } = useI18n();
  const kinds = Object.entries(found.replaced).filter(([, count]) => count > 0);
  if (kinds.length === 0) return <p>{m.policy.tryNothing}</p>;
  const words = kinds.map(([type, count]) => m.privacy.types[type]?.(count) ?? `${count} × ${type}`);
  return (
    <div className="trial">
      <p>{m.policy.tryFound(f.list(words))}</p>
      <h3>{m.policy.tryOriginal}</h3>
      <div className="prose trial-text" dir="auto">
        <MarkedText text={given} entities={found.entities} />
      </div>
      <h3>{m.policy.trySent}</h3>
      <div className="prose trial-text" dir="auto">
        {found.text}
      </div>
    </div>
  );
}

function MarkedText({ text, entities }: { text: string; entities: Trial['entities'] }) {
  const { m } = useI18n();
  let at = 0;
  const parts = entities.map(({ type, start, end }) => {
    const before = text.slice(at, start);
    at = end;
    return (
      <span key={start}>
        {before}
        <mark title={m.privacy.types[type]?.(1) ?? type}>{text.slice(start, end)}</mark>
      </span>
    );
  });
  return (
    <>
      {parts}
      {text.slice(at)}
    </>
  );
}
