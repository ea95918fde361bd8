import type { RulesTrial } from '@draftsmith/contracts';
import { useId, useState } from 'react';
import { useSubmit } from '../access/use-submit.ts';
import { type AccountView, tryRules } from '../api/endpoints.ts';
import { sameFields } from '../decision-form/versions.ts';
import { useI18n } from '../i18n/context.tsx';
import { Icon } from '../shell/icon.tsx';
import { ProblemText } from '../shell/problem.tsx';
import { type RulesFields, rulesOf } from './fields.ts';

interface Tried {
  fields: RulesFields;
  trials: RulesTrial[];
}

/** What the rules on the page would have said to the newest messages, beside what those that hold now say. */
export function TryRules({ account, fields }: { account: AccountView; fields: RulesFields }) {
  const { m } = useI18n();
  const id = useId();
  const [tried, setTried] = useState<Tried | null>(null);
  const form = useSubmit(async () => {
    setTried({ fields, trials: await tryRules(account, rulesOf(fields)) });
  });
  return (
    <section className="policy-part try-it" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{m.rules.tryTitle}</h2>
      <p>{m.rules.tryLead}</p>
      <form onSubmit={form.submit}>
        <button type="submit" className="button" disabled={form.busy}>
          {form.busy ? m.rules.tryRunning : m.rules.tryRun}
        </button>
        {form.problem !== null && (
          <p role="alert" className="form-problem">
            {m.rules.tryFailed} <ProblemText error={form.problem} />
          </p>
        )}
      </form>
      <div role="status">
        {tried && !sameFields(tried.fields, fields) && <p className="field-hint">{m.rules.tryOutdated}</p>}
        {tried && <TrialSummary trials={tried.trials} />}
      </div>
      {tried && tried.trials.length > 0 && <TrialList trials={tried.trials} />}
    </section>
  );
}

function TrialSummary({ trials }: { trials: readonly RulesTrial[] }) {
  const { m } = useI18n();
  if (trials.length === 0) return <p>{m.rules.tryNone}</p>;
  const count = (when: 'before' | 'after') => trials.filter((trial) => trial[when] === 'draft').length;
  return (
    <p className="trial-summary">
      <strong>{m.rules.tryCounts(count('before'), count('after'), trials.length)}</strong>
    </p>
  );
}

function TrialList({ trials }: { trials: readonly RulesTrial[] }) {
  const { m } = useI18n();
  const changed = trials.filter(({ before, after }) => before !== after);
  const [all, setAll] = useState(false);
  const shown = all ? trials : changed;
  return (
    <>
      {changed.length === 0 && <p>{m.rules.tryNoChange}</p>}
      {changed.length < trials.length && (
        <label className="choice-option">
          <input type="checkbox" checked={all} onChange={(event) => setAll(event.target.checked)} />
          <span>{m.rules.tryShowAll}</span>
        </label>
      )}
      {shown.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and must do so by keyboard as well.
        <ul className="rule-trials" tabIndex={0} aria-label={m.rules.tryTitle}>
          {shown.map((trial, at) => (
            // Several messages of one ticket: nothing else tells them apart, and the list never changes.
            <TrialRow key={at} trial={trial} />
          ))}
        </ul>
      )}
    </>
  );
}

function TrialRow({ trial }: { trial: RulesTrial }) {
  const { m, f } = useI18n();
  const { resourceId, subject, url, language, before, after } = trial;
  const name = subject || m.rules.tryForgotten;
  const words = (verdict: RulesTrial['after']) => (verdict === 'draft' ? m.rules.gets : m.rules.reasons[verdict]);
  return (
    <li data-change={before === after ? undefined : after === 'draft' ? 'gained' : 'lost'}>
      <Icon name={after === 'draft' ? 'drafted' : 'skipped'} />
      <div>
        <p className="trial-subject" dir="auto">
          {url ? (
            <a href={url} target="_blank" rel="noreferrer">
              {name}
            </a>
          ) : (
            name
          )}{' '}
          <span className="trial-id">
            #{resourceId}
            {language && ` · ${f.language(language)}`}
          </span>
        </p>
        <p className="trial-verdict">
          {before === after ? words(after) : m.rules.tryChange(words(before), words(after))}
        </p>
      </div>
    </li>
  );
}
