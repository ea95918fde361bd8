import type { ConnectorOffer } from '@draftsmith/contracts';
import useSWR from 'swr';
import { useI18n } from '../../i18n/context.tsx';
import { Link } from '../../router/navigation.tsx';
import { Icon } from '../../shell/icon.tsx';
import { Problem } from '../../shell/problem.tsx';
import { OFFERS } from '../endpoints.ts';
import { connectionsPath } from '../place.ts';
import { Stages } from '../stages.tsx';
import { ConnectForm } from './connect-form.tsx';

/** First stage: which account, how we get access, and what we ask for. */
export function ConnectPage({ connector, account }: { connector: string; account: string | null }) {
  const { m } = useI18n();
  const words = m.connections.wizard;
  // What is typed must not be lost to a list that was loaded anew.
  const offers = useSWR<{ offers: ConnectorOffer[] }>(OFFERS, { revalidateOnFocus: false });
  const offer = offers.data?.offers.find((each) => each.connector === connector);
  return (
    <>
      <div className="account-head">
        <Link className="back-link" href={connectionsPath()}>
          <Icon name="back" /> {m.connections.toList}
        </Link>
        {offer && <h1>{account === null ? words.title(offer.title) : words.titleAgain(offer.title, account)}</h1>}
      </div>
      <Stages current={0} draftsAs={offer?.draftsAs ?? 'internal-note'} />
      {offer ? (
        <ConnectForm offer={offer} account={account} />
      ) : offers.data ? (
        <div className="notice">
          <h1>{words.unknownSystem}</h1>
        </div>
      ) : offers.error ? (
        <Problem title={words.errorTitle} error={offers.error} onRetry={() => offers.mutate()} />
      ) : (
        <p aria-busy="true">{m.app.loading}</p>
      )}
    </>
  );
}
