import type { ScopeReason } from '@draftsmith/contracts';
import { useI18n } from '../../i18n/context.tsx';

/** Everything that is asked for, each with its reason, before anybody agrees. */
export function ScopeList({ scopes }: { scopes: readonly ScopeReason[] }) {
  const { m, locale } = useI18n();
  const words = m.connections.wizard;
  return (
    <section className="connect-part" aria-labelledby="scopes-title">
      <h2 id="scopes-title">{words.scopesTitle}</h2>
      <p className="field-hint">{words.scopesLead}</p>
      <dl className="scopes">
        {scopes.map(({ scope, reason }) => (
          <div key={scope}>
            <dt>
              <code>{scope}</code>
            </dt>
            <dd>{reason[locale]}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
