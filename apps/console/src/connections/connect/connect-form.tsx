import type { ConnectorOffer } from '@draftsmith/contracts';
import { useEffect, useRef } from 'react';
import { Field } from '../../access/field.tsx';
import { useI18n } from '../../i18n/context.tsx';
import { ProblemText } from '../../shell/problem.tsx';
import { AccountFields } from './account-fields.tsx';
import { ClientGuide } from './client-guide.tsx';
import { ScopeList } from './scope-list.tsx';
import { type ConnectFormState, useConnectForm } from './use-connect-form.ts';
import { isAcceptedRedirect, otherOrigin } from './web-address.ts';

/** @param account the one that is connected anew: its name is given */
export function ConnectForm({ offer, account }: { offer: ConnectorOffer; account: string | null }) {
  const { m } = useI18n();
  const words = m.connections.wizard;
  const state = useConnectForm(offer, account);
  const { way, needsClient, mistake, busy } = state;
  const browser = way === 'oauth';
  const elsewhere = browser ? otherOrigin(offer.redirectUri, location.origin) : null;
  const body = useRef<HTMLFormElement>(null);
  // Whoever sent the form hears and sees what is missing where it is missing.
  useEffect(() => {
    if (mistake) body.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [mistake]);
  return (
    <form className="connect-form" ref={body} onSubmit={state.submit} noValidate>
      <section className="connect-part">
        <AccountFields state={state} offer={offer} account={account} />
        {elsewhere !== null && <p className="hint hint-legacy">{words.otherOrigin(offer.title, elsewhere)}</p>}
        {browser && !isAcceptedRedirect(offer.redirectUri) && (
          <p className="hint hint-legacy">{words.notHttps(offer.title)}</p>
        )}
      </section>
      {needsClient && (
        <section className="connect-part">
          <ClientGuide offer={offer} address={state.address} />
          <ClientFields state={state} connector={offer.connector} />
        </section>
      )}
      <ScopeList scopes={offer.scopes} />
      <div className="connect-foot">
        <FormProblem state={state} />
        <button type="submit" className="button button-primary" disabled={busy}>
          {browser
            ? busy
              ? words.going(offer.title)
              : words.go(offer.title)
            : busy
              ? words.connecting
              : words.goWithout}
        </button>
      </div>
    </form>
  );
}

function ClientFields({ state, connector }: { state: ConnectFormState; connector: string }) {
  const { m } = useI18n();
  const words = m.connections.wizard;
  const labels = words.client[connector === 'hubspot' ? 'hubspot' : 'zendesk'];
  const missing = state.mistake === 'client';
  return (
    <div className="client-fields">
      <Field
        label={labels.id}
        value={state.form.clientId}
        onValue={(clientId) => state.change({ clientId })}
        aria-invalid={missing && state.form.clientId.trim() === ''}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={500}
      />
      <Field
        label={labels.secret}
        value={state.secret}
        onValue={state.setSecret}
        aria-invalid={missing && state.secret.trim() === ''}
        type="password"
        // A password manager would offer this to every later admin.
        autoComplete="off"
        data-1p-ignore
        hint={words.clientSecretHint}
        maxLength={500}
      />
    </div>
  );
}

function FormProblem({ state: { mistake, problem, address } }: { state: ConnectFormState }) {
  const { m } = useI18n();
  const words = m.connections.wizard;
  const sentence =
    mistake === 'client'
      ? words.clientMissing
      : mistake === 'bad-url'
        ? words.badAddress
        : mistake === 'address' && address.kind !== 'subdomain'
          ? words.addressProblems[address.kind]
          : null;
  if (sentence === null && problem === null) return null;
  return (
    <p role="alert" className="form-problem">
      {sentence ?? <ProblemText error={problem} />}
    </p>
  );
}
