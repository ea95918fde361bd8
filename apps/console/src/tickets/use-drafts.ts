import type { DraftChanged, DraftListItem, DraftListPage, DraftSummary } from '@draftsmith/contracts';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import useSWR, { useSWRConfig } from 'swr';
import useSWRInfinite from 'swr/infinite';
import { draftsUrl, draftUrl, EVENTS, SUMMARY } from '../api/endpoints.ts';
import { type LiveStatus, listenForChanges } from '../api/live.ts';
import type { Filters } from '../router/route.ts';
import { applyChange, newsOf, rowsOf } from './live-merge.ts';

/** Changes that arrive within this time are read from the server together: a burst costs one request, not fifty. */
const GATHER_MS = 600;
const NEWS_MS = 2_000;
/** Events reach only consoles of the same process; what other workers do is seen by asking now and then. */
const POLL_MS = 30_000;

/** The pages of the list under one set of filters. */
export function useDraftPages(filters: Filters) {
  const list = useSWRInfinite<DraftListPage>(
    (index: number, previous: DraftListPage | null) => {
      if (index > 0 && !previous?.next) return null;
      return draftsUrl(filters, previous?.next ?? null);
    },
    { keepPreviousData: true, refreshInterval: POLL_MS },
  );
  const rows = useMemo(() => rowsOf(list.data ?? []), [list.data]);
  const more = list.data?.at(-1)?.next != null;
  return { ...list, rows, more };
}

export function useSummary() {
  return useSWR<DraftSummary>(SUMMARY, { keepPreviousData: true, refreshInterval: POLL_MS });
}

/**
 * Follows the server's events: rows change at once, figures a moment later. Gives the connection's state (null until
 * the first word of it) and how many
 * tickets the last burst touched (`burst` counts bursts, so that two equal ones are still two announcements).
 */
export function useLiveDrafts(mutatePages: ReturnType<typeof useDraftPages>['mutate']) {
  const { mutate } = useSWRConfig();
  const [status, setStatus] = useState<LiveStatus | null>(null);
  const [burst, setBurst] = useState({ number: 0, tickets: 0 });
  const pending = useRef(new Set<string>());
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const pages = useRef(mutatePages);
  pages.current = mutatePages;

  const refresh = useCallback(() => {
    timer.current = undefined;
    const ids = [...pending.current];
    pending.current.clear();
    void pages.current();
    void mutate(SUMMARY);
    for (const id of ids) void mutate(draftUrl(id));
    if (ids.length > 0) setBurst((last) => ({ number: last.number + 1, tickets: ids.length }));
  }, [mutate]);

  useEffect(() => {
    const changed = (change: DraftChanged) => {
      pending.current.add(change.id);
      void pages.current((known) => known && applyChange(known, change), { revalidate: false });
      timer.current ??= setTimeout(refresh, GATHER_MS);
    };
    const stop = listenForChanges(EVENTS, { changed, status: setStatus, resumed: refresh });
    return () => {
      stop();
      clearTimeout(timer.current);
      timer.current = undefined;
    };
  }, [refresh]);
  return { status, burst };
}

/** Ids to highlight for a moment. `listKey` names the list: another filter's rows are no news. */
export function useNews(rows: readonly DraftListItem[], listKey: string): ReadonlySet<string> {
  const known = useRef<{ key: string; rows: readonly DraftListItem[] } | null>(null);
  const [news, setNews] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => {
    const before = known.current;
    known.current = { key: listKey, rows };
    if (before === null || before.key !== listKey || before.rows.length === 0) return;
    const fresh = newsOf(before.rows, rows);
    if (fresh.size > 0) setNews(fresh);
  }, [rows, listKey]);
  useEffect(() => {
    if (news.size === 0) return;
    const timer = setTimeout(() => setNews(new Set()), NEWS_MS);
    return () => clearTimeout(timer);
  }, [news]);
  return news;
}

/** The present time, told again every half minute, for "5 min ago". */
export function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 30_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}
