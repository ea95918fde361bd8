import type { DraftListItem } from '@draftsmith/contracts';
import type { ReactNode } from 'react';
import { useI18n } from '../i18n/context.tsx';
import { Link } from '../router/navigation.tsx';
import { reasonLabel, StateChip } from './state-chip.tsx';
import { StatementMark } from './statement-mark.tsx';
import { titleOf } from './title-of.ts';

interface TicketRowProps {
  item: DraftListItem;
  href: string;
  open: boolean;
  news: boolean;
  /** Milliseconds, for "5 min ago". */
  now: number;
}

/** One ticket of the list: a single link, so that the whole row is the target. */
export function TicketRow({ item, href, open, news, now }: TicketRowProps) {
  const { m, f } = useI18n();
  const columns = m.list.columns;
  const reason = reasonLabel(item.outcome, m);
  const tokens = item.inputTokens === null ? null : item.inputTokens + (item.outputTokens ?? 0);
  return (
    <li className={news ? 'row row-news' : 'row'}>
      <Link className="row-link" href={href} data-row={item.id} aria-current={open ? 'true' : undefined}>
        <span className="row-subject">
          <span className="row-title">{titleOf(item, m)}</span>
          <span className="row-customer">{item.customerName ?? m.list.unknownCustomer}</span>
        </span>
        <span className="row-state">
          <StateChip state={item.state} />
          {reason && <span className="row-reason">{reason}</span>}
          <StatementMark statements={item.statements} />
        </span>
        <Cell name="language" label={columns.language}>
          {item.language && <abbr title={f.language(item.language)}>{item.language.toUpperCase()}</abbr>}
        </Cell>
        <Cell name="provider" label={columns.provider}>
          {item.provider && (
            <>
              {item.provider} <span className="row-model">{item.model}</span>
            </>
          )}
        </Cell>
        <Cell name="tokens" label={columns.tokens}>
          {tokens === null ? null : f.number(tokens)}
        </Cell>
        <Cell name="cost" label={columns.cost}>
          {item.costUsd === null ? null : f.cost(item.costUsd)}
        </Cell>
        <Cell name="took" label={columns.took}>
          {item.totalMs === null ? null : f.duration(item.totalMs)}
        </Cell>
        <Cell name="received" label={columns.received}>
          <time dateTime={item.createdAt} title={f.dateTime(item.createdAt)}>
            {f.ago(item.createdAt, now)}
          </time>
        </Cell>
      </Link>
    </li>
  );
}

/** A value with its column's name for those who do not see the columns. */
function Cell({ name, label, children }: { name: string; label: string; children: ReactNode }) {
  const empty = children === null || children === '';
  return (
    <span className={`cell cell-${name}`} data-empty={empty || undefined}>
      {!empty && <span className="visually-hidden">{label}: </span>}
      {children}
    </span>
  );
}
