import { useState } from 'react';
import useSWR, { useSWRConfig } from 'swr';
import { completeSetup, SESSION, type SetupState, setupUrl } from '../api/endpoints.ts';
import { problemKind } from '../api/request.ts';
import { useI18n } from '../i18n/context.tsx';
import { Link, navigate } from '../router/navigation.tsx';
import { ticketsPath } from '../router/route.ts';
import { Problem, ProblemText } from '../shell/problem.tsx';
import { Field, NewPasswordField } from './field.tsx';
import { MIN_PASSWORD } from './password-strength.ts';
import { useSubmit } from './use-submit.ts';

/** First start: whoever holds the printed link becomes the first admin. */
export function SetupPage({ token }: { token: string }) {
  const { m } = useI18n();
  // Read once: a check that repeats itself would find the link used the moment the form succeeds.
  const setup = useSWR<SetupState>(setupUrl(token), { revalidateOnFocus: false, revalidateIfStale: false });
  const refused = setup.error !== undefined && ['forbidden', 'missing', 'invalid'].includes(problemKind(setup.error));
  return (
    <main id="main" className="page access" tabIndex={-1} aria-busy={setup.isLoading}>
      {setup.data?.valid ? (
        <SetupForm token={token} />
      ) : setup.data || refused ? (
        <InvalidLink expired={setup.data?.expired ?? false} />
      ) : setup.error ? (
        <Problem title={m.access.setupTitle} error={setup.error} onRetry={() => setup.mutate()} />
      ) : (
        <p className="visually-hidden">{m.app.loading}</p>
      )}
    </main>
  );
}

function SetupForm({ token }: { token: string }) {
  const { m } = useI18n();
  const { mutate } = useSWRConfig();
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const form = useSubmit(async () => {
    await completeSetup({ token, name: name.trim(), email: email.trim(), password });
    await mutate(SESSION);
    // Replaced, so that the token does not stay in the browser's history.
    navigate(ticketsPath(), 'replace');
  });
  return (
    <form className="card" onSubmit={form.submit}>
      <h1>{m.access.setupTitle}</h1>
      <p>{m.access.setupLead}</p>
      <Field label={m.access.name} value={name} onValue={setName} autoComplete="name" required maxLength={100} />
      <Field label={m.access.email} value={email} onValue={setEmail} type="email" autoComplete="username" required />
      <NewPasswordField label={m.access.password} value={password} onValue={setPassword} personal={[name, email]} />
      {form.problem !== null && (
        <p role="alert" className="form-problem">
          <ProblemText error={form.problem} />
        </p>
      )}
      <button
        type="submit"
        className="button button-primary"
        disabled={form.busy || [...password].length < MIN_PASSWORD}
      >
        {m.access.create}
      </button>
    </form>
  );
}

function InvalidLink({ expired }: { expired: boolean }) {
  const { m } = useI18n();
  return (
    <div className="card">
      <h1>{expired ? m.access.linkExpired : m.access.linkUsed}</h1>
      <p>{expired ? m.access.linkExpiredText : m.access.linkUsedText}</p>
      <Link className="button" href="/sign-in">
        {m.access.toSignIn}
      </Link>
    </div>
  );
}
