import type { Role } from '@draftsmith/contracts';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useI18n } from '../i18n/context.tsx';
import { navigate } from '../router/navigation.tsx';
import { type Filters, ticketsPath } from '../router/route.ts';
import { Icon } from '../shell/icon.tsx';
import { KeysDialog } from '../shell/keys-dialog.tsx';
import { TicketView } from '../ticket/ticket-view.tsx';
import { FilterBar } from './filter-bar.tsx';
import { languagesOf } from './live-merge.ts';
import { SummaryStrip } from './summary-strip.tsx';
import { TicketList } from './ticket-list.tsx';
import { useDraftPages, useLiveDrafts, useNews, useSummary } from './use-drafts.ts';
import { useListKeys } from './use-list-keys.ts';

/** The list, and beside it (on a narrow screen: instead of it) the open ticket. */
export function TicketsPage({ id, filters, role }: { id: string | null; filters: Filters; role: Role }) {
  const { m } = useI18n();
  const pages = useDraftPages(filters);
  const summary = useSummary();
  const live = useLiveDrafts(pages.mutate);
  const news = useNews(pages.rows, ticketsPath(filters));
  const languages = useLanguages(pages.rows, filters.language);
  const [helping, setHelping] = useState(false);
  const list = useRef<HTMLDivElement>(null);
  const search = useRef<HTMLInputElement>(null);

  const back = useCallback(() => {
    if (id !== null) navigate(ticketsPath(filters));
  }, [id, filters]);
  useListKeys({ list, search, onBack: back, onHelp: useCallback(() => setHelping(true), []) });
  useReturnToRow(list, id);

  return (
    <main id="main" className={id === null ? 'tickets' : 'tickets tickets-open'} tabIndex={-1}>
      <h1 className="visually-hidden">{m.list.heading}</h1>
      <SummaryStrip summary={summary.data} />
      <div className="inbox">
        <FilterBar filters={filters} counts={summary.data?.counts} languages={languages} searchRef={search} />
        <div className="inbox-list" ref={list}>
          <TicketList
            rows={pages.rows}
            news={news}
            filters={filters}
            openId={id}
            loading={pages.isLoading}
            error={pages.error}
            more={pages.more}
            loadingMore={pages.isValidating && pages.size > (pages.data?.length ?? 0)}
            onMore={() => pages.setSize(pages.size + 1)}
            onRetry={() => pages.mutate()}
          />
        </div>
        <div className="inbox-status">
          <span className={live.status ? `live live-${live.status}` : undefined} role="status">
            {live.status && (live.status === 'live' ? m.app.live : m.app.reconnecting)}
          </span>
          <button type="button" className="quiet-button" onClick={() => setHelping(true)}>
            <Icon name="keyboard" /> {m.app.keys}
          </button>
        </div>
      </div>
      {id !== null && <TicketView key={id} id={id} filters={filters} role={role} />}
      <p className="visually-hidden" aria-live="polite">
        {live.burst.tickets > 0 && m.list.updated(live.burst.tickets)}
        {/* Two equal announcements in a row would be read once: a space makes them differ. */}
        {live.burst.number % 2 === 1 && '\u00a0'}
      </p>
      {helping && <KeysDialog onClose={() => setHelping(false)} />}
    </main>
  );
}

/** Languages stay in the filter once they were seen: choosing one must not empty the choice. */
function useLanguages(rows: Parameters<typeof languagesOf>[0], chosen: string | null): string[] {
  const seen = useRef(new Set<string>());
  const languages = languagesOf(rows, chosen === null ? seen.current : [...seen.current, chosen]);
  useEffect(() => {
    for (const language of languages) seen.current.add(language);
  });
  return languages;
}

/** Coming back from a ticket, the focus is on its row again, not at the top of the page. */
function useReturnToRow(list: { current: HTMLElement | null }, id: string | null): void {
  const last = useRef(id);
  useEffect(() => {
    const left = last.current;
    last.current = id;
    if (left === null || id !== null) return;
    const row = list.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(left)}"]`);
    row?.focus();
    row?.scrollIntoView({ block: 'nearest' });
  }, [list, id]);
}
