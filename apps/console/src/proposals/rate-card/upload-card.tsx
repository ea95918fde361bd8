import type { RateCardItem } from '@draftsmith/contracts';
import { useI18n } from '../../i18n/context.tsx';
import type { AccountName } from '../../router/route.ts';
import { FileButton } from '../file-button.tsx';
import { downloadCsv, rateCardCsv } from './csv.ts';
import { UploadResult } from './upload-result.tsx';
import { useUpload } from './use-upload.ts';

interface UploadCardProps {
  account: AccountName;
  items: readonly RateCardItem[];
  onReplaced: (items: readonly RateCardItem[]) => void;
}

/** Replaces the card by that of a CSV: first it is checked, and says what it would change. */
export function UploadCard({ account, items, onReplaced }: UploadCardProps) {
  const { m } = useI18n();
  const words = m.proposals.rateCard;
  const upload = useUpload(account, items, onReplaced);
  const busy = upload.state.kind === 'checking' || upload.state.kind === 'replacing';
  return (
    <section className="policy-part" aria-labelledby="card-upload">
      <div className="part-head">
        <h3 id="card-upload">{words.uploadTitle}</h3>
        <p className="field-hint">{words.uploadHint}</p>
      </div>
      <div className="part-actions">
        <FileButton accept=".csv,text/csv" disabled={busy} primary={items.length === 0} onFile={upload.check}>
          {words.upload}
        </FileButton>
        <button type="button" className="button" onClick={() => downloadCsv('rate-card.csv', rateCardCsv([]))}>
          {words.downloadTemplate}
        </button>
      </div>
      <div role="status" className="said">
        <UploadResult upload={upload} />
      </div>
    </section>
  );
}
