import type { DraftListItem } from '@draftsmith/contracts';
import useSWR from 'swr';
import { ACCOUNTS, type AccountView } from '../api/endpoints.ts';
import { useI18n } from '../i18n/context.tsx';
import { navigate } from '../router/navigation.tsx';
import { type Filters, hasFilters, ticketsPath } from '../router/route.ts';
import { Problem } from '../shell/problem.tsx';
import { TicketRow } from './ticket-row.tsx';
import { useNow } from './use-drafts.ts';

interface TicketListProps {
  rows: readonly DraftListItem[];
  news: ReadonlySet<string>;
  filters: Filters;
  openId: string | null;
  loading: boolean;
  error: unknown;
  more: boolean;
  loadingMore: boolean;
  onMore: () => void;
  onRetry: () => void;
}

/** The list in each of its states: loading, error, empty, nothing found, rows. */
export function TicketList(props: TicketListProps) {
  const { m } = useI18n();
  const now = useNow();
  const { rows, filters, openId } = props;
  if (rows.length === 0) {
    if (props.error !== undefined)
      return <Problem title={m.list.errorTitle} error={props.error} onRetry={props.onRetry} />;
    if (props.more) return <SearchOn busy={props.loadingMore} onMore={props.onMore} />;
    return props.loading ? <ListSkeleton /> : <EmptyList filtered={hasFilters(filters)} />;
  }
  return (
    <div className="list" aria-busy={props.loading}>
      <ColumnHeads />
      <ul className="rows">
        {rows.map((item) => (
          <TicketRow
            key={item.id}
            item={item}
            href={ticketsPath(filters, item.id)}
            open={item.id === openId}
            news={props.news.has(item.id)}
            now={now}
          />
        ))}
      </ul>
      <div className="list-foot">
        <span>{m.list.showing(rows.length)}</span>
        {props.more && (
          <button type="button" className="button" onClick={props.onMore} disabled={props.loadingMore}>
            {props.loadingMore ? m.app.loading : m.list.showMore}
          </button>
        )}
      </div>
    </div>
  );
}

function ColumnHeads() {
  const { m } = useI18n();
  const columns = m.list.columns;
  return (
    <div className="column-heads" aria-hidden="true">
      <span>{columns.subject}</span>
      <span>{columns.state}</span>
      <span>{columns.language}</span>
      <span>{columns.provider}</span>
      <span className="numeric">{columns.tokens}</span>
      <span className="numeric">{columns.cost}</span>
      <span className="numeric">{columns.took}</span>
      <span className="numeric">{columns.received}</span>
    </div>
  );
}

function EmptyList({ filtered }: { filtered: boolean }) {
  return filtered ? <NothingMatches /> : <NoTickets />;
}

/** A search that looked through as many drafts as one request may, found nothing, and has not come to the end. */
function SearchOn({ busy, onMore }: { busy: boolean; onMore: () => void }) {
  const { m } = useI18n();
  return (
    <div className="notice">
      <h2>{m.list.noMatchYet}</h2>
      <button type="button" className="button" onClick={onMore} disabled={busy}>
        {busy ? m.app.loading : m.list.searchOlder}
      </button>
    </div>
  );
}

function NothingMatches() {
  const { m } = useI18n();
  return (
    <div className="notice">
      <h2>{m.list.noMatchTitle}</h2>
      <p>{m.list.noMatchText}</p>
      <button type="button" className="button" onClick={() => navigate(ticketsPath())}>
        {m.list.clearFilters}
      </button>
    </div>
  );
}

/** Nothing will ever come while no source system is set up: then the page says so. */
function NoTickets() {
  const { m } = useI18n();
  const { data } = useSWR<{ accounts: AccountView[] }>(ACCOUNTS);
  const connected = data?.accounts.length !== 0;
  return (
    <div className="notice">
      <h2>{connected ? m.list.emptyTitle : m.list.notConnectedTitle}</h2>
      <p>{connected ? m.list.emptyText : m.list.notConnectedText}</p>
    </div>
  );
}

const SKELETON_ROWS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];

function ListSkeleton() {
  const { m } = useI18n();
  return (
    <div className="list" aria-busy="true">
      <p className="visually-hidden">{m.app.loading}</p>
      <div className="skeleton-rows" aria-hidden="true">
        {SKELETON_ROWS.map((row) => (
          <div key={row} className="skeleton-row">
            <span className="skeleton" />
            <span className="skeleton skeleton-short" />
          </div>
        ))}
      </div>
    </div>
  );
}
