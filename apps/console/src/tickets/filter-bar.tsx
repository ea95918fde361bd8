import type { DraftSummary } from '@draftsmith/contracts';
import { type RefObject, useEffect, useState } from 'react';
import { useI18n } from '../i18n/context.tsx';
import { Link, navigate } from '../router/navigation.tsx';
import { type Filters, LISTED_STATES, type ListedState, ticketsPath } from '../router/route.ts';
import { Icon } from '../shell/icon.tsx';

const TYPING_MS = 250;

interface FilterBarProps {
  filters: Filters;
  counts: DraftSummary['counts'] | undefined;
  languages: readonly string[];
  searchRef: RefObject<HTMLInputElement | null>;
}

/** States with their counts, search and language. All of it lives in the address. */
export function FilterBar({ filters, counts, languages, searchRef }: FilterBarProps) {
  const { m, f } = useI18n();
  const total = counts && LISTED_STATES.reduce((sum, state) => sum + counts[state], 0);
  return (
    <search className="filters">
      <nav className="state-tabs" aria-label={m.list.filterByState}>
        <StateTab filters={filters} state={null} label={m.list.all} count={total} />
        {LISTED_STATES.map((state) => (
          <StateTab key={state} filters={filters} state={state} label={m.states[state]} count={counts?.[state]} />
        ))}
      </nav>
      <SearchField filters={filters} searchRef={searchRef} />
      <label className="language-filter">
        <span className="visually-hidden">{m.list.columns.language}</span>
        <select
          value={filters.language ?? ''}
          onChange={(event) => navigate(ticketsPath({ ...filters, language: event.target.value || null }), 'replace')}
        >
          <option value="">{m.list.anyLanguage}</option>
          {languages.map((code) => (
            <option key={code} value={code}>
              {f.language(code)}
            </option>
          ))}
        </select>
      </label>
    </search>
  );
}

interface StateTabProps {
  filters: Filters;
  state: ListedState | null;
  label: string;
  count: number | undefined;
}

function StateTab({ filters, state, label, count }: StateTabProps) {
  const { f } = useI18n();
  return (
    <Link href={ticketsPath({ ...filters, state })} aria-current={filters.state === state ? 'true' : undefined}>
      {state && <Icon name={state} size={14} />}
      {label}
      {count !== undefined && <span className="count">{f.number(count)}</span>}
    </Link>
  );
}

function SearchField({ filters, searchRef }: Pick<FilterBarProps, 'filters' | 'searchRef'>) {
  const { m } = useI18n();
  const [text, setText] = useState(filters.query);
  // The address can change without typing: "clear filters", the browser's back.
  useEffect(() => setText(filters.query), [filters.query]);
  useEffect(() => {
    if (text.trim() === filters.query) return;
    const timer = setTimeout(() => navigate(ticketsPath({ ...filters, query: text.trim() }), 'replace'), TYPING_MS);
    return () => clearTimeout(timer);
  }, [text, filters]);
  return (
    <label className="search-field" title={m.list.searchKey}>
      <Icon name="search" />
      <span className="visually-hidden">{m.list.search}</span>
      <input
        ref={searchRef}
        type="search"
        value={text}
        placeholder={m.list.searchShort}
        onChange={(event) => setText(event.target.value)}
      />
      <span className="key" aria-hidden="true">
        /
      </span>
    </label>
  );
}
