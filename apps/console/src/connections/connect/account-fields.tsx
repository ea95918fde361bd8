import type { ConnectorOffer } from '@draftsmith/contracts';
import { Field } from '../../access/field.tsx';
import { Choice } from '../../decision-form/choice.tsx';
import { useI18n } from '../../i18n/context.tsx';
import type { ConnectFormState } from './use-connect-form.ts';

interface AccountFieldsProps {
  state: ConnectFormState;
  offer: ConnectorOffer;
  /** The one that is connected anew. */
  account: string | null;
}

/** Which account, and how we get access; or that the source system asks for the account itself. */
export function AccountFields({ state, offer, account }: AccountFieldsProps) {
  const { m } = useI18n();
  const words = m.connections.wizard;
  if (!state.named) {
    return (
      <>
        <p>{words.asksItself(offer.title)}</p>
        {account !== null && <p>{words.chooseSame(account)}</p>}
        <p className="field-hint">{words.whoMay}</p>
      </>
    );
  }
  return (
    <>
      <AddressField state={state} readOnly={account !== null} />
      <Choice
        label={words.way}
        hint={words.wayHint}
        options={words.ways}
        value={state.way}
        onChange={(way) => state.change({ way })}
      />
    </>
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
