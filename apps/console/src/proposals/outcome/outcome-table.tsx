import type { ProposalOutcome } from '@draftsmith/contracts';
import type { ReactNode } from 'react';
import { webAddress } from '../../connections/connect/web-address.ts';
import { useI18n } from '../../i18n/context.tsx';
import { Icon } from '../../shell/icon.tsx';

const MINUTE = 60_000;

/** Each deal with a proposal: how far it came, and what a person changed. */
export function OutcomeTable({ rows }: { rows: readonly ProposalOutcome[] }) {
  const { m } = useI18n();
  const { columns, ...words } = m.proposals.outcome;
  return (
    <section className="panel" aria-labelledby="outcome-deals">
      <h2 id="outcome-deals">{words.tableTitle}</h2>
      <table className="people-table outcome-table">
        <caption>{words.tableCount(rows.length)}</caption>
        <thead>
          <tr>
            <th scope="col">{columns.deal}</th>
            <th scope="col">{columns.asked}</th>
            <th scope="col">{columns.attached}</th>
            <th scope="col">{columns.edited}</th>
            <th scope="col">{columns.sent}</th>
            <th scope="col">{columns.stage}</th>
            <th scope="col" className="figure-cell">
              {columns.cost}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.dealId} row={row} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Row({ row }: { row: ProposalOutcome }) {
  const { m, f } = useI18n();
  const { columns, ...words } = m.proposals.outcome;
  const { attachedAt, minutes, sentAt, costUsd } = row;
  return (
    <tr>
      <th scope="row">
        <Deal row={row} />
        <span className="row-count">{words.versions(row.versions)}</span>
      </th>
      <Cell name={columns.asked}>
        <Day at={row.askedAt} />
      </Cell>
      <Cell name={columns.attached}>
        {attachedAt === null ? words.notAttached : <Day at={attachedAt} />}
        {minutes !== null && <span className="row-count">{words.after(f.wait(minutes * MINUTE))}</span>}
      </Cell>
      <Cell name={columns.edited}>
        <Edited edited={row.edited} />
      </Cell>
      <Cell name={columns.sent}>{sentAt === null ? words.notSent : <Day at={sentAt} />}</Cell>
      <Cell name={columns.stage}>{stageWords(row, words.stageChange)}</Cell>
      <Cell name={columns.cost} figure>
        {costUsd === null ? '–' : f.cost(costUsd)}
      </Cell>
    </tr>
  );
}

/** On a narrow screen no head says what it is: it says it itself. */
function Cell({ name, figure, children }: { name: string; figure?: true; children: ReactNode }) {
  return (
    <td data-name={name} className={figure && 'figure-cell'}>
      {children}
    </td>
  );
}

/** The day is enough to read; whoever points at it has the time as well. */
function Day({ at }: { at: string }) {
  const { f } = useI18n();
  return (
    <time dateTime={at} title={f.dateTime(at)}>
      {f.shortDate(at)}
    </time>
  );
}

function Deal({ row: { dealId, dealName, dealUrl } }: { row: ProposalOutcome }) {
  const { m } = useI18n();
  const url = dealUrl === null ? null : webAddress(dealUrl);
  const name = dealName || `#${dealId}`;
  if (url === null) return <span dir="auto">{name}</span>;
  return (
    <a href={url} target="_blank" rel="noreferrer" title={m.proposals.outcome.opens}>
      <span dir="auto">{name}</span> <Icon name="external" size={13} />
    </a>
  );
}

function Edited({ edited }: { edited: ProposalOutcome['edited'] }) {
  const { m, f } = useI18n();
  if (edited === null) return '–';
  if (edited.sections.length === 0) return m.proposals.outcome.asWritten;
  return (
    <>
      {f.percent(edited.share)}
      <span className="row-count">{f.list(edited.sections.map((kind) => m.proposals.sections[kind]))}</span>
    </>
  );
}

function stageWords({ stageThen, stageNow }: ProposalOutcome, change: (then: string, now: string) => string): string {
  if (stageThen !== null && stageNow !== null && stageThen !== stageNow) return change(stageThen, stageNow);
  return stageNow ?? stageThen ?? '–';
}
