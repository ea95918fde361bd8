import type { ProposalTemplateView } from '@draftsmith/contracts';
import { useState } from 'react';
import { useI18n } from '../../i18n/context.tsx';
import { Link } from '../../router/navigation.tsx';
import type { AccountName } from '../../router/route.ts';
import { NEW_TEMPLATE, proposalsPath } from '../place.ts';
import { RemoveTemplate } from './remove-template.tsx';
import { RemovedNotice } from './removed-notice.tsx';
import { STANDARD_ID } from './template-fields.ts';
import { useTemplateName } from './use-template-name.ts';

interface TemplateListProps {
  account: AccountName;
  templates: readonly ProposalTemplateView[];
  mayEdit: boolean;
}

/** Every template, the suite's own first. */
export function TemplateList({ account, templates, mayEdit }: TemplateListProps) {
  const { m } = useI18n();
  const words = m.proposals.templates;
  const [removing, setRemoving] = useState<ProposalTemplateView | null>(null);
  const [removed, setRemoved] = useState<ProposalTemplateView | null>(null);
  return (
    <>
      <div className="page-head">
        <h2>{words.title}</h2>
        {mayEdit && (
          <Link
            className="button button-primary"
            href={proposalsPath({ part: 'templates', account, template: NEW_TEMPLATE })}
          >
            {words.add}
          </Link>
        )}
        <p>{words.lead}</p>
      </div>
      <RemovedNotice account={account} template={removed} />
      <ul className="templates">
        {templates.map((template) => (
          <li key={template.id} className="template">
            <TemplateFacts account={account} template={template} />
            {mayEdit && <TemplateActions account={account} template={template} onRemove={setRemoving} />}
          </li>
        ))}
      </ul>
      {removing && (
        <RemoveTemplate
          account={account}
          template={removing}
          onRemoved={setRemoved}
          onClose={() => setRemoving(null)}
        />
      )}
    </>
  );
}

function TemplateFacts({ account, template }: { account: AccountName; template: ProposalTemplateView }) {
  const { m, f } = useI18n();
  const words = m.proposals.templates;
  const nameOf = useTemplateName();
  const { id, locale, hasDocument, hasLogo, updatedAt } = template;
  const isOwn = id === STANDARD_ID;
  return (
    <div className="template-facts">
      <h3>
        <Link href={proposalsPath({ part: 'templates', account, template: id })}>
          <span dir="auto">{nameOf(template)}</span>
        </Link>{' '}
        {isOwn && <span className="tag">{words.own}</span>}
      </h3>
      <p className="field-hint">
        {[
          locale === null ? words.everyLanguage : f.language(locale),
          hasDocument ? words.withDocument : words.ownLayout,
          ...(hasLogo ? [words.withLogo] : []),
          ...(isOwn ? [] : [words.updated(f.shortDate(updatedAt))]),
        ].join(' · ')}
      </p>
    </div>
  );
}

interface ActionsProps {
  account: AccountName;
  template: ProposalTemplateView;
  onRemove: (template: ProposalTemplateView) => void;
}

function TemplateActions({ account, template, onRemove }: ActionsProps) {
  const { m } = useI18n();
  const words = m.proposals.templates;
  const name = useTemplateName()(template);
  return (
    <div className="part-actions">
      <Link
        className="button"
        href={proposalsPath({ part: 'templates', account, template: NEW_TEMPLATE, from: template.id })}
        aria-label={words.copyNamed(name)}
      >
        {words.copy}
      </Link>
      {template.id !== STANDARD_ID && (
        <button
          type="button"
          className="button button-danger"
          aria-label={words.removeNamed(name)}
          onClick={() => onRemove(template)}
        >
          {words.remove}
        </button>
      )}
    </div>
  );
}
