import { type ExtensionPointApi, hubspot } from '@hubspot/ui-extensions';
import { useEffect, useMemo } from 'react';
import { createProposalApi } from './api/proposal-api.ts';
import { formatsOf } from './format/formats.ts';
import { languageOf } from './i18n/language.ts';
import { type Words, WordsContext } from './parts/words.ts';
import { DealScreen } from './screen.tsx';
import { useSession } from './session/use-session.ts';

export type CardProps = Pick<ExtensionPointApi<'crm.record.tab'>, 'context' | 'actions'>;

/** The proposal of one deal. HubSpot makes a new card for each record that is opened. */
export function Card({ context, actions }: CardProps) {
  const words = useMemo<Words>(() => {
    const { m, locale } = languageOf(context.user);
    return { m, formats: formatsOf(locale) };
  }, [context.user]);
  const { session, state } = useSession(() =>
    createProposalApi({
      fetch: (url, options) => hubspot.fetch(url, options),
      serviceUrl: context.variables?.SERVICE_URL,
      dealId: String(context.crm.objectId),
    }),
  );
  useEffect(() => {
    // What a proposal rests on was changed on this page. Line items and contacts do not announce themselves.
    actions.onCrmPropertiesUpdate(['dealname', 'closedate', 'deal_currency_code'], session.look);
  }, [actions, session]);
  const { done } = state;
  useEffect(() => {
    if (!done) return;
    // Said aloud by HubSpot, wherever on the page the person is by then.
    actions.addAlert({ type: 'success', message: words.m.did[done.what](done.version ?? 0) });
    if (done.what === 'attach' || done.what === 'quote') actions.refreshObjectProperties();
  }, [done, actions, words]);
  return (
    <WordsContext.Provider value={words}>
      <DealScreen session={session} state={state} />
    </WordsContext.Provider>
  );
}
