import type { AcceptanceBy, AcceptanceReport, AcceptanceRow } from '@draftsmith/contracts';
import { useI18n } from '../i18n/context.tsx';
import type { Messages } from '../i18n/en.ts';
import type { Formats } from '../i18n/format.ts';
import { ShareBar } from './share-bar.tsx';
import { sharesOf } from './shares.ts';

/** The same figures by brand, topic, language or model; the largest first. */
export function AcceptanceTable({ report: { by, rows } }: { report: AcceptanceReport }) {
  const { m } = useI18n();
  const words = m.acceptance;
  return (
    <table className="people-table acceptance-table">
      <caption className={by === 'topic' ? undefined : 'visually-hidden'}>
        {by === 'topic' ? words.topicNote : words.where}
      </caption>
      <thead>
        <tr>
          <th scope="col">{words.columns[by]}</th>
          <th scope="col">{words.became}</th>
          <th scope="col" className="figure-cell">
            {words.parts.asIs.label}
          </th>
          <th scope="col" className="figure-cell">
            {words.kept}
          </th>
          <th scope="col" className="figure-cell">
            {words.replyTime}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.key} row={row} by={by} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ row, by }: { row: AcceptanceRow; by: AcceptanceBy }) {
  const { m, f } = useI18n();
  const words = m.acceptance;
  const shares = sharesOf(row);
  const said = shares.filter(({ count }) => count > 0).map(({ part, count }) => words.partOf[part](count));
  return (
    <tr>
      <th scope="row">
        {nameOf(row, by, m, f)}
        <span className="row-count">{words.drafts(row.drafts)}</span>
      </th>
      <td className="bar-cell" title={f.list(said)}>
        <ShareBar shares={shares} />
        <span className="visually-hidden">{f.list(said)}</span>
      </td>
      <td className="figure-cell" data-name={words.parts.asIs.label}>
        {f.percent(row.asIs / row.drafts)}
      </td>
      <td className="figure-cell" data-name={words.kept}>
        {row.kept === null ? '–' : f.percent(row.kept)}
      </td>
      <td className="figure-cell" data-name={words.replyTime}>
        {row.replyMs === null ? '–' : f.wait(row.replyMs)}
      </td>
    </tr>
  );
}

function nameOf({ key, name }: AcceptanceRow, by: AcceptanceBy, m: Messages, f: Formats): string {
  if (key === '') return m.acceptance.unknown[by];
  return by === 'language' ? f.language(key) : name;
}
