import type { RateCardItem } from '@draftsmith/contracts';
import useSWR from 'swr';
import { useI18n } from '../../i18n/context.tsx';
import type { AccountName } from '../../router/route.ts';
import { Problem } from '../../shell/problem.tsx';
import { rateCardUrl } from '../endpoints.ts';
import { downloadCsv, rateCardCsv } from './csv.ts';
import { RateCardTable } from './rate-card-table.tsx';
import { UploadCard } from './upload-card.tsx';

/** What is sold and for how much, against which the prices of deals are checked. */
export function RateCardView({ account, mayEdit }: { account: AccountName; mayEdit: boolean }) {
  const { m } = useI18n();
  const words = m.proposals.rateCard;
  const card = useSWR<readonly RateCardItem[]>(rateCardUrl(account));
  return (
    <>
      <div className="part-head">
        <h2>{words.title}</h2>
        <p className="field-hint">{words.lead}</p>
      </div>
      {card.data === undefined ? (
        card.error ? (
          <Problem title={words.errorTitle} error={card.error} onRetry={() => card.mutate()} />
        ) : (
          <p aria-busy="true">{m.app.loading}</p>
        )
      ) : (
        <>
          {card.data.length === 0 ? <Empty mayEdit={mayEdit} /> : <Card items={card.data} account={account} />}
          {mayEdit && (
            <UploadCard account={account} items={card.data} onReplaced={(items) => card.mutate(items, false)} />
          )}
        </>
      )}
    </>
  );
}

function Card({ items, account }: { items: readonly RateCardItem[]; account: AccountName }) {
  const { m } = useI18n();
  const words = m.proposals.rateCard;
  return (
    <section className="panel" aria-label={words.title}>
      <RateCardTable items={items} />
      <div className="part-actions">
        <button
          type="button"
          className="button"
          onClick={() => downloadCsv(`rate-card-${account.account}.csv`, rateCardCsv(items))}
        >
          {words.download}
        </button>
      </div>
    </section>
  );
}

function Empty({ mayEdit }: { mayEdit: boolean }) {
  const { m } = useI18n();
  const words = m.proposals.rateCard;
  return (
    <div className="notice">
      <h3>{words.emptyTitle}</h3>
      <p>
        {words.emptyText} {!mayEdit && words.emptyViewer}
      </p>
    </div>
  );
}
