import { useI18n } from '../i18n/context.tsx';
import type { AccountName } from '../router/route.ts';
import { Problem } from '../shell/problem.tsx';
import { AccountHead } from './account-head.tsx';
import { CopyLine } from './copy-line.tsx';
import { dealAddresses } from './deal-addresses.ts';
import { useConnection } from './use-connections.ts';

/** How reps get the card on deals, and the addresses that the source system calls. */
export function CardPage({ account }: { account: AccountName }) {
  const { m } = useI18n();
  const words = m.connections.card;
  const { list, connection } = useConnection(account);
  return (
    <>
      <AccountHead title={words.title} lead={words.lead} account={account} />
      {connection ? (
        <Guide connector={connection.connector} endpoint={connection.endpoint} />
      ) : list.data ? (
        <div className="notice">
          <h2>{m.connections.missingTitle}</h2>
        </div>
      ) : list.error ? (
        <Problem title={m.connections.errorTitle} error={list.error} onRetry={() => list.mutate()} />
      ) : (
        <p aria-busy="true">{m.app.loading}</p>
      )}
    </>
  );
}

function Guide({ connector, endpoint }: { connector: string; endpoint: string }) {
  const { m } = useI18n();
  const words = m.connections.card;
  const addresses = dealAddresses(connector, endpoint);
  return (
    <>
      <section className="connect-part guide" aria-labelledby="card-add">
        <h2 id="card-add">{words.addTitle}</h2>
        <ol className="guide-steps">
          {words.addSteps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        <p className="field-hint">{words.workflow}</p>
        <p className="field-hint">
          {words.more} <code>docs/hubspot-card.md</code>
        </p>
      </section>
      <section className="connect-part guide" aria-labelledby="card-addresses">
        <h2 id="card-addresses">{words.addressesTitle}</h2>
        <p className="field-hint">{words.addressesLead}</p>
        <dl className="addresses">
          {(['card', 'webhooks', 'action'] as const).map((name) => (
            <div key={name}>
              <dt>{words.addresses[name]}</dt>
              <dd>
                <CopyLine text={addresses[name]} />
              </dd>
            </div>
          ))}
        </dl>
      </section>
    </>
  );
}
