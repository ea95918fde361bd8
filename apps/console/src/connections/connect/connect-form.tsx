import type { ConnectorOffer } from '@draftsmith/contracts';
import { useEffect, useRef } from 'react';
import { Field } from '../../access/field.tsx';
import { Choice } from '../../decision-form/choice.tsx';
import { useI18n } from '../../i18n/context.tsx';
import { ProblemText } from '../../shell/problem.tsx';
import { ClientGuide } from './client-guide.tsx';
import { ScopeList } from './scope-list.tsx';
import { type ConnectFormState, useConnectForm } from './use-connect-form.ts';
import { isAcceptedRedirect, otherOrigin } from './web-address.ts';

/** @param account the one that is connected anew: its name is given */
export function ConnectForm({ offer, account }: { offer: ConnectorOffer; account: string | null }) {
  const { m } = useI18n();
  const words = m.connections.wizard;
  const state = useConnectForm(offer, account);
  const { form, needsClient, mistake, busy } = state;
  const browser = form.way === 'oauth';
  const elsewhere = browser ? otherOrigin(offer.redirectUri, location.origin) : null;
  const body = useRef<HTMLFormElement>(null);
  // Whoever sent the form hears and sees what is missing where it is missing.
  useEffect(() => {
    if (mistake) body.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [mistake]);
  return (
    <form className="connect-form" ref={body} onSubmit={state.submit} noValidate>
      <section className="connect-part">
        <AddressField state={state} readOnly={account !== null} />
        <Choice
          label={words.way}
          hint={words.wayHint}
          options={words.ways}
          value={form.way}
          onChange={(way) => state.change({ way })}
        />
        {elsewhere !== null && <p className="hint hint-legacy">{words.otherOrigin(elsewhere)}</p>}
        {browser && !isAcceptedRedirect(offer.redirectUri) && <p className="hint hint-legacy">{words.notHttps}</p>}
      </section>
      {needsClient && (
        <section className="connect-part">
          <ClientGuide address={state.address} redirectUri={offer.redirectUri} />
          <ClientFields state={state} />
        </section>
      )}
      <ScopeList scopes={offer.scopes} />
      <div className="connect-foot">
        <FormProblem state={state} />
        <button type="submit" className="button button-primary" disabled={busy}>
          {browser ? (busy ? words.going : words.go) : busy ? words.connecting : words.goWithout}
        </button>
      </div>
    </form>
  );
}

function AddressField({ state, readOnly }: { state: ConnectFormState; readOnly: boolean }) {
  const { m } = useI18n();
  const words = m.connections.wizard;
  const { address, mistake } = state;
  // While somebody types the first letters nothing is wrong yet; a pasted address of another host is, at once.
  const wrong = mistake === 'address' || address.kind === 'other-host';
  const hint =
    address.kind === 'subdomain' ? (
      words.addressIs(`https://${address.subdomain}.zendesk.com`)
    ) : wrong ? (
      <span className="field-mistake">{words.addressProblems[address.kind]}</span>
    ) : (
      words.addressHint
    );
  return (
    <Field
      label={words.address}
      value={state.form.address}
      onValue={(text) => state.change({ address: text })}
      hint={<span aria-live="polite">{hint}</span>}
      aria-invalid={wrong}
      readOnly={readOnly}
      autoComplete="off"
      autoCapitalize="none"
      spellCheck={false}
      inputMode="url"
      maxLength={2000}
    />
  );
}

function ClientFields({ state }: { state: ConnectFormState }) {
  const { m } = useI18n();
  const words = m.connections.wizard;
  const missing = state.mistake === 'client';
  return (
    <div className="client-fields">
      <Field
        label={words.clientId}
        value={state.form.clientId}
        onValue={(clientId) => state.change({ clientId })}
        aria-invalid={missing && state.form.clientId.trim() === ''}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={500}
      />
      <Field
        label={words.clientSecret}
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
