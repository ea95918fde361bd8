import type { AuthorizeRequest, ConnectorOffer } from '@draftsmith/contracts';
import { useEffect, useState } from 'react';
import { useSubmit } from '../../access/use-submit.ts';
import { navigate } from '../../router/navigation.tsx';
import { authorize } from '../endpoints.ts';
import { accountPath } from '../place.ts';
import { type ConnectForm, forgetForm, keepForm, keptForm } from './kept-form.ts';
import { webAddress } from './web-address.ts';
import { readZendeskAddress } from './zendesk-address.ts';

/** Why nothing was sent; each has its words. */
export type FormMistake = 'address' | 'client' | 'bad-url';

/** What is entered on the first stage, and the way on from it. */
export function useConnectForm(offer: ConnectorOffer, account: string | null) {
  const { connector } = offer;
  const [form, setForm] = useState<ConnectForm>(() => {
    const kept = keptForm(sessionStorage, connector);
    return account === null ? kept : { ...kept, address: account };
  });
  // Only ever here and in the request: not in the kept form, not in the address.
  const [secret, setSecret] = useState('');
  const [mistake, setMistake] = useState<FormMistake | null>(null);
  useEffect(() => keepForm(sessionStorage, connector, form), [connector, form]);

  // Where consent says which account it is, nothing is typed, and nobody but a person can agree.
  const named = offer.fields.includes('subdomain');
  const way = named ? form.way : 'oauth';
  const address = readZendeskAddress(form.address);
  const needsClient = !offer.globalClient || way === 'client-credentials';
  const clientGiven = form.clientId.trim() !== '' && secret.trim() !== '';

  const submission = useSubmit(async () => {
    if (named && address.kind !== 'subdomain') return setMistake('address');
    if (needsClient && !clientGiven) return setMistake('client');
    setMistake(null);
    const given: Record<string, string> = named && address.kind === 'subdomain' ? { subdomain: address.subdomain } : {};
    const client = needsClient && { clientId: form.clientId.trim(), clientSecret: secret.trim() };
    const request: AuthorizeRequest = { given, way, ...client };
    const answer = await authorize(connector, request);
    if (!('url' in answer)) {
      forgetForm(sessionStorage, connector);
      return navigate(accountPath('setup', answer));
    }
    const url = webAddress(answer.url, location.origin);
    if (url === null) return setMistake('bad-url');
    location.assign(url);
  });

  return {
    form,
    change: (part: Partial<ConnectForm>) => {
      setMistake(null);
      setForm((now) => ({ ...now, ...part }));
    },
    secret,
    setSecret: (text: string) => {
      setMistake(null);
      setSecret(text);
    },
    named,
    way,
    address,
    needsClient,
    mistake,
    ...submission,
  };
}

export type ConnectFormState = ReturnType<typeof useConnectForm>;
