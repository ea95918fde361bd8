import type { DraftDetail } from '@draftsmith/contracts';
import { useI18n } from '../i18n/context.tsx';

/** Provider, tokens, cost and time of one draft; what is not known is left out. */
export function Facts({ detail }: { detail: DraftDetail }) {
  const { m, f } = useI18n();
  const facts: [string, string | null][] = [
    [m.ticket.provider, detail.provider],
    [m.ticket.model, detail.model],
    [m.ticket.tokensIn, detail.inputTokens === null ? null : f.number(detail.inputTokens)],
    [m.ticket.tokensOut, detail.outputTokens === null ? null : f.number(detail.outputTokens)],
    [m.ticket.cost, detail.costUsd === null ? null : f.cost(detail.costUsd)],
    [m.ticket.time, detail.totalMs === null ? null : f.duration(detail.totalMs)],
    [m.ticket.cache, detail.cache === null ? null : m.ticket.cacheStates[detail.cache]],
  ];
  return (
    <dl className="facts">
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
  );
}
