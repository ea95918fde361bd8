import type { RateCardItem } from '@draftsmith/contracts';
import { useId, useMemo, useState } from 'react';
import { useI18n } from '../../i18n/context.tsx';

/** A card may hold five thousand prices: so many rows at a time. */
const STEP = 25;

export function RateCardTable({ items }: { items: readonly RateCardItem[] }) {
  const { m, f } = useI18n();
  const words = m.proposals.rateCard;
  const [query, setQuery] = useState('');
  const [limit, setLimit] = useState(STEP);
  const found = useMemo(() => search(items, query), [items, query]);
  const shown = found.slice(0, limit);
  return (
    <>
      <SearchField
        value={query}
        onValue={(text) => {
          setQuery(text);
          setLimit(STEP);
        }}
      />
      <p className="field-hint" role="status">
        {found.length === 0
          ? words.noMatch
          : shown.length === items.length
            ? words.shown(items.length)
            : words.shownOf(f.number(shown.length), f.number(items.length))}
      </p>
      {shown.length > 0 && <Rows items={shown} />}
      {shown.length < found.length && (
        <button type="button" className="button more" onClick={() => setLimit((now) => now + STEP)}>
          {words.more}
        </button>
      )}
    </>
  );
}

function SearchField({ value, onValue }: { value: string; onValue: (text: string) => void }) {
  const { m } = useI18n();
  const id = useId();
  return (
    <div className="field card-search">
      <label htmlFor={id}>{m.proposals.rateCard.search}</label>
      <input
        id={id}
        type="search"
        value={value}
        onChange={(event) => onValue(event.target.value)}
        autoComplete="off"
        maxLength={200}
      />
    </div>
  );
}

function Rows({ items }: { items: readonly RateCardItem[] }) {
  const { m } = useI18n();
  const { columns, title } = m.proposals.rateCard;
  return (
    <table className="people-table card-table">
      <caption className="visually-hidden">{title}</caption>
      <thead>
        <tr>
          <th scope="col">{columns.sku}</th>
          <th scope="col">{columns.name}</th>
          <th scope="col" className="figure-cell">
            {columns.price}
          </th>
          <th scope="col">{columns.validUntil}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <Row key={`${item.currency} ${item.sku}`} item={item} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ item: { sku, name, price, currency, validUntil } }: { item: RateCardItem }) {
  const { m, f } = useI18n();
  const words = m.proposals.rateCard;
  const ended = validUntil !== null && validUntil < new Date().toISOString().slice(0, 10);
  return (
    <tr>
      <th scope="row">{sku}</th>
      <td dir="auto">{name}</td>
      <td className="figure-cell" data-name={words.columns.price}>
        {f.money(price, currency)}
      </td>
      <td data-name={words.columns.validUntil}>
        {validUntil === null ? words.always : f.day(validUntil)}{' '}
        {ended && <span className="tag tag-internal">{words.ended}</span>}
      </td>
    </tr>
  );
}

function search(items: readonly RateCardItem[], query: string): readonly RateCardItem[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return items;
  return items.filter(({ sku, name }) => {
    const text = `${sku} ${name}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}
