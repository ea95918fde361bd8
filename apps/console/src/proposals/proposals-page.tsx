import type { ProposalSettingsView, SessionView } from '@draftsmith/contracts';
import { useEffect, useRef } from 'react';
import useSWR from 'swr';
import { AccountSelect, sameAccount } from '../decision-form/account-select.tsx';
import { useI18n } from '../i18n/context.tsx';
import { Link } from '../router/navigation.tsx';
import { Problem } from '../shell/problem.tsx';
import { PROPOSAL_SETTINGS } from './endpoints.ts';
import { NothingConnected } from './nothing-connected.tsx';
import { OutcomeView } from './outcome/outcome-view.tsx';
import { PARTS, type ProposalsPlace, proposalsPath } from './place.ts';
import { RateCardView } from './rate-card/rate-card-view.tsx';
import { SettingsView } from './settings/settings-view.tsx';
import { TemplatesView } from './templates/templates-view.tsx';

interface PageProps {
  user: SessionView;
  place: ProposalsPlace;
}

/** Proposals for deals: what became of them, and what they are made with. Viewers read; the server refuses their changes. */
export function ProposalsPage({ user, place }: PageProps) {
  const { m } = useI18n();
  const { data, error, mutate } = useSWR<ProposalSettingsView[]>(PROPOSAL_SETTINGS);
  const main = useFocusOnChange(place);
  const mayEdit = user.role === 'admin';
  return (
    <main id="main" ref={main} className="page proposals" tabIndex={-1}>
      <div className="page-head">
        <h1>{m.proposals.title}</h1>
        <p>
          {m.proposals.lead} {!mayEdit && m.policy.readOnly}
        </p>
      </div>
      {data === undefined ? (
        error ? (
          <Problem title={m.proposals.errorTitle} error={error} onRetry={() => mutate()} />
        ) : (
          <p aria-busy="true">{m.app.loading}</p>
        )
      ) : data.length === 0 ? (
        <NothingConnected mayConnect={mayEdit} />
      ) : (
        <>
          <PartLinks place={place} />
          <Part place={place} accounts={data} mayEdit={mayEdit} />
        </>
      )}
    </main>
  );
}

/** The link that led to the next part went with the last one, or is far above: the focus goes to where one is now. */
function useFocusOnChange({ part, template }: ProposalsPlace) {
  const main = useRef<HTMLElement>(null);
  const here = `${part} ${template}`;
  const shown = useRef(here);
  useEffect(() => {
    if (shown.current !== here) main.current?.focus();
    shown.current = here;
  }, [here]);
  return main;
}

/** An account that was chosen in one part stays chosen in the next. */
function PartLinks({ place: { part: current, account } }: { place: ProposalsPlace }) {
  const { m } = useI18n();
  return (
    <nav className="parts" aria-label={m.proposals.partsOf}>
      {PARTS.map((part) => (
        <Link key={part} href={proposalsPath({ part, account })} aria-current={part === current ? 'page' : undefined}>
          {m.proposals.parts[part]}
        </Link>
      ))}
    </nav>
  );
}

interface PartProps {
  place: ProposalsPlace;
  accounts: readonly ProposalSettingsView[];
  mayEdit: boolean;
}

function Part({ place, accounts, mayEdit }: PartProps) {
  const { m } = useI18n();
  const { part, account } = place;
  const named = accounts.find((one) => account !== null && sameAccount(one, account));
  if (account !== null && !named) {
    return (
      <div className="notice">
        <h2>{m.policy.missingTitle}</h2>
      </div>
    );
  }
  if (part === 'outcome') return <OutcomeView place={place} accounts={accounts} />;
  const shown = named ?? accounts[0];
  if (!shown) return null;
  // Nothing of one account may show under the name of another.
  const key = `${shown.connector} ${shown.account}`;
  return (
    <>
      {accounts.length > 1 && place.template === null && (
        <AccountSelect
          accounts={accounts}
          shown={shown}
          pathOf={(chosen) => proposalsPath({ part, account: chosen })}
        />
      )}
      {part === 'templates' && <TemplatesView key={key} account={shown} place={place} mayEdit={mayEdit} />}
      {part === 'rate-card' && <RateCardView key={key} account={shown} mayEdit={mayEdit} />}
      {part === 'settings' && <SettingsView key={key} loaded={shown} mayEdit={mayEdit} />}
    </>
  );
}
