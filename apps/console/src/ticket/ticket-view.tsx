import type { DraftDetail, Role } from '@draftsmith/contracts';
import { useEffect, useRef } from 'react';
import useSWR from 'swr';
import { draftUrl } from '../api/endpoints.ts';
import { useI18n } from '../i18n/context.tsx';
import { Link } from '../router/navigation.tsx';
import { type Filters, ticketsPath } from '../router/route.ts';
import { Icon } from '../shell/icon.tsx';
import { Problem } from '../shell/problem.tsx';
import { StateChip } from '../tickets/state-chip.tsx';
import { titleOf } from '../tickets/title-of.ts';
import { AttemptList } from './attempts.tsx';
import { Conversation } from './conversation.tsx';
import { Facts } from './facts.tsx';

// As in styles/tickets.css: from here on the list stands beside the ticket.
const SIDE_BY_SIDE = '(min-width: 1100px)';

/** One ticket: the conversation with the draft in its place, and how the draft was made. */
export function TicketView({ id, filters, role }: { id: string; filters: Filters; role: Role }) {
  const { m } = useI18n();
  const detail = useSWR<DraftDetail>(draftUrl(id));
  const section = useRef<HTMLElement>(null);
  const subject = detail.data && titleOf(detail.data, m);
  useEffect(() => {
    document.title = `${subject ?? m.app.tickets} – Draftsmith`;
  }, [subject, m]);
  useEffect(() => {
    // Beside the list the focus stays in the list, so that the keys go on; alone on the screen the ticket takes it.
    if (window.matchMedia(SIDE_BY_SIDE).matches) return;
    section.current?.focus();
    window.scrollTo(0, 0);
  }, []);
  return (
    <section className="ticket" ref={section} tabIndex={-1} aria-label={subject ?? m.app.loading}>
      <Link className="back-link" href={ticketsPath(filters)}>
        <Icon name="back" /> {m.ticket.back}
      </Link>
      {detail.data ? (
        <Loaded detail={detail.data} role={role} onRetried={() => detail.mutate()} />
      ) : detail.error ? (
        <Problem title={m.ticket.errorTitle} error={detail.error} onRetry={() => detail.mutate()} />
      ) : (
        <TicketSkeleton />
      )}
    </section>
  );
}

function Loaded({ detail, role, onRetried }: { detail: DraftDetail; role: Role; onRetried: () => void }) {
  const { m } = useI18n();
  return (
    <article className="ticket-body">
      <TicketHead detail={detail} />
      <Conversation detail={detail} role={role} onRetried={onRetried} />
      {(detail.provider || detail.attempts.length > 0) && (
        <section className="made" aria-labelledby="made-title">
          <h3 id="made-title">{detail.text === null ? m.ticket.tried : m.ticket.facts}</h3>
          <Facts detail={detail} />
          {detail.attempts.length > 0 && <AttemptList attempts={detail.attempts} />}
        </section>
      )}
    </article>
  );
}

/** Names of source systems as they write themselves; an unknown connector shows its id. */
const SYSTEMS: Record<string, string> = { zendesk: 'Zendesk', hubspot: 'HubSpot' };

function TicketHead({ detail }: { detail: DraftDetail }) {
  const { m, f } = useI18n();
  return (
    <header className="ticket-head">
      <h2>{titleOf(detail, m)}</h2>
      <div className="ticket-meta">
        <StateChip state={detail.state} />
        <span>{detail.customerName ?? m.list.unknownCustomer}</span>
        {detail.language && <span>{f.language(detail.language)}</span>}
        <span>{m.ticket.number(detail.resourceId)}</span>
        <span>
          {m.ticket.received}: <time dateTime={detail.createdAt}>{f.dateTime(detail.createdAt)}</time>
        </span>
        {detail.url && (
          <a href={detail.url} target="_blank" rel="noreferrer">
            {m.ticket.openIn(SYSTEMS[detail.connector] ?? detail.connector)} <Icon name="external" size={13} />
          </a>
        )}
      </div>
    </header>
  );
}

function TicketSkeleton() {
  const { m } = useI18n();
  return (
    <div aria-busy="true" className="ticket-body">
      <p className="visually-hidden">{m.app.loading}</p>
      <div aria-hidden="true" className="ticket-skeleton">
        <span className="skeleton skeleton-title" />
        <span className="skeleton skeleton-short" />
        <span className="skeleton skeleton-bubble" />
        <span className="skeleton skeleton-bubble" />
      </div>
    </div>
  );
}
