import { useState } from 'react';
import { useSWRConfig } from 'swr';
import { SESSION, signIn } from '../api/endpoints.ts';
import { problemKind } from '../api/request.ts';
import { useI18n } from '../i18n/context.tsx';
import { navigate } from '../router/navigation.tsx';
import { ProblemText } from '../shell/problem.tsx';
import { Field } from './field.tsx';
import { useSubmit } from './use-submit.ts';

/** E-mail and password; then on to the page that was asked for. */
export function SignInPage({ next }: { next: string }) {
  const { m } = useI18n();
  const { mutate } = useSWRConfig();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const form = useSubmit(async () => {
    await signIn(email.trim(), password);
    await mutate(SESSION);
    navigate(next, 'replace');
  });
  return (
    <main id="main" className="page access" tabIndex={-1}>
      <form className="card" onSubmit={form.submit}>
        <h1>{m.access.signInTitle}</h1>
        <Field label={m.access.email} value={email} onValue={setEmail} type="email" autoComplete="username" required />
        <Field
          label={m.access.password}
          value={password}
          onValue={setPassword}
          type="password"
          autoComplete="current-password"
          required
        />
        {form.problem !== null && (
          <p role="alert" className="form-problem">
            {problemKind(form.problem) === 'unauthorized' ? m.access.wrong : <ProblemText error={form.problem} />}
          </p>
        )}
        <button type="submit" className="button button-primary" disabled={form.busy}>
          {m.access.signIn}
        </button>
      </form>
    </main>
  );
}
