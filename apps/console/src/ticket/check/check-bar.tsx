import type { DraftCheck } from '@draftsmith/contracts';
import { useI18n } from '../../i18n/context.tsx';
import { Icon } from '../../shell/icon.tsx';
import { standingOf } from './standing.ts';

/** Above the draft: how much of it a source supports, what was changed in it, and the way to what needs a look. */
export function CheckBar({ check, open, onNext }: { check: DraftCheck; open: number; onNext: () => void }) {
  const { m, f } = useI18n();
  const opinions = check.sentences.filter((sentence) => standingOf(sentence) === 'opinion').length;
  return (
    <div className="check-bar">
      <p className={open > 0 ? 'check-summary check-open' : 'check-summary'}>
        <Icon name={open > 0 ? 'doubt' : 'drafted'} />
        <span>
          <strong>
            {check.claims === 0 ? m.truth.nothingToCheck : m.truth.supported(check.supported, check.claims)}
          </strong>
          {check.claims > 0 && (
            <span className="meter" aria-hidden="true">
              <span style={{ inlineSize: `${(100 * check.supported) / check.claims}%` }} />
            </span>
          )}
        </span>
      </p>
      {open > 0 && (
        <button
          type="button"
          className="button button-small"
          onClick={onNext}
          title={m.truth.nextHint}
          aria-keyshortcuts="N"
        >
          {m.truth.next(open)}{' '}
          <span className="key" aria-hidden="true">
            N
          </span>
        </button>
      )}
      {check.changed && <p className="check-note">{m.truth.changed[check.changed.how](check.changed.sentences)}</p>}
      {check.opinionCostUsd !== undefined && (
        <p className="check-note">
          {m.truth.opinionCost(f.cost(check.opinionCostUsd))} {opinions > 0 && m.truth.restOnOpinion(opinions)}
        </p>
      )}
    </div>
  );
}
