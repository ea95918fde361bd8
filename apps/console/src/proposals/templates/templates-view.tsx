import type { ProposalTemplateView } from '@draftsmith/contracts';
import useSWR from 'swr';
import { useI18n } from '../../i18n/context.tsx';
import type { AccountName } from '../../router/route.ts';
import { Problem } from '../../shell/problem.tsx';
import { templatesUrl } from '../endpoints.ts';
import { NEW_TEMPLATE, type ProposalsPlace } from '../place.ts';
import { NewTemplate } from './new-template.tsx';
import { TemplateList } from './template-list.tsx';
import { TemplatePage } from './template-page.tsx';

interface TemplatesViewProps {
  account: AccountName;
  place: ProposalsPlace;
  mayEdit: boolean;
}

/** The templates of an account, or one of them. */
export function TemplatesView({ account: { connector, account }, place, mayEdit }: TemplatesViewProps) {
  const { m } = useI18n();
  const words = m.proposals.templates;
  const name = { connector, account };
  const list = useSWR<ProposalTemplateView[]>(templatesUrl(name));
  if (list.data === undefined) {
    return list.error ? (
      <Problem title={words.errorTitle} error={list.error} onRetry={() => list.mutate()} />
    ) : (
      <p aria-busy="true">{m.app.loading}</p>
    );
  }
  if (place.template === null) return <TemplateList account={name} templates={list.data} mayEdit={mayEdit} />;
  if (place.template === NEW_TEMPLATE && mayEdit) {
    const from = list.data.find(({ id }) => id === place.from) ?? null;
    return <NewTemplate key={place.from} account={name} from={from} />;
  }
  const shown = list.data.find(({ id }) => id === place.template);
  return shown ? (
    <TemplatePage key={shown.id} account={name} loaded={shown} mayEdit={mayEdit} />
  ) : (
    <div className="notice">
      <h2>{words.missingTitle}</h2>
    </div>
  );
}
