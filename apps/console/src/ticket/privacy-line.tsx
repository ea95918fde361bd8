import type { DraftDetail, ProcessingReceipt } from '@draftsmith/contracts';
import { useI18n } from '../i18n/context.tsx';
import type { Messages } from '../i18n/en.ts';
import type { Formats } from '../i18n/format.ts';
import { Icon } from '../shell/icon.tsx';
import { factsOf, type ReceiptFacts, wasHeldBack } from './receipt-facts.ts';

/** What became of personal data on the way to a model: one line, and the receipts behind it. */
export function PrivacyLine({ detail }: { detail: DraftDetail }) {
  const { m, f } = useI18n();
  const { receipts } = detail;
  if (receipts.length === 0) return <NothingSent detail={detail} />;
  const facts = factsOf(receipts);
  return (
    <details className="privacy-line">
      <summary>
        <Icon name="shield" /> {sentencesOf(facts, m, f).join(' ')}
      </summary>
      {facts.stopped > 0 && (
        <p className="privacy-stopped">
          <Icon name="halt" /> {m.privacy.stoppedFix}
        </p>
      )}
      <h4>{m.privacy.calls(receipts.length)}</h4>
      <ol>
        {receipts.map((receipt) => (
          <ReceiptItem key={`${receipt.completionId} ${receipt.at} ${receipt.payloadSha256}`} receipt={receipt} />
        ))}
      </ol>
    </details>
  );
}

/** Without receipts something is known only of drafts that no model had to be asked for. */
function NothingSent({ detail }: { detail: DraftDetail }) {
  const { m } = useI18n();
  const words =
    detail.cache === 'hit' ? m.privacy.fromCache : detail.modelWritten === false ? m.privacy.nothingSent : null;
  return (
    words && (
      <p className="privacy-line">
        <Icon name="shield" /> {words}
      </p>
    )
  );
}

function sentencesOf(
  { replaced, recipients, local, stopped, unchecked }: ReceiptFacts,
  m: Messages,
  f: Formats,
): string[] {
  const values = replaced.map(([type, count]) => m.privacy.types[type]?.(count) ?? `${count} × ${type}`);
  const hosts = recipients.map(({ host, region }) =>
    region ? `${host} (${m.privacy.local[region] ?? region})` : host,
  );
  return [
    values.length > 0 ? m.privacy.replaced(f.list(values)) : m.privacy.nothingReplaced,
    hosts.length > 0 ? m.privacy.sentTo(f.list(hosts)) : local ? m.privacy.stayed : '',
    stopped > 0 ? m.privacy.stopped : '',
    unchecked > 0 ? m.privacy.unchecked : '',
  ].filter((sentence) => sentence !== '');
}

function ReceiptItem({ receipt }: { receipt: ProcessingReceipt }) {
  const { m, f } = useI18n();
  const region = receipt.region && (m.privacy.local[receipt.region] ?? receipt.region);
  const to = receipt.host ? [receipt.host, region && `(${region})`].filter(Boolean).join(' ') : m.privacy.notSent;
  const facts: [string, string | null][] = [
    [m.privacy.time, f.dateTime(receipt.at)],
    [m.privacy.purpose, m.privacy.purposes[receipt.purpose] ?? receipt.purpose],
    [m.privacy.model, `${receipt.provider} ${receipt.model}`],
    [m.privacy.recipient, to],
    [m.privacy.size, receipt.payloadBytes === null ? null : m.privacy.bytes(receipt.payloadBytes)],
    [m.privacy.fingerprint, receipt.payloadSha256],
  ];
  return (
    <li className={wasHeldBack(receipt) ? 'receipt receipt-stopped' : 'receipt'}>
      <dl>
        {facts.map(
          ([name, value]) =>
            value !== null && (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ),
        )}
      </dl>
    </li>
  );
}
