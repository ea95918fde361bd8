import type { ProposalTemplateView } from '@draftsmith/contracts';
import { useI18n } from '../../i18n/context.tsx';
import { STANDARD_ID } from './template-fields.ts';

/** What a template is called; the suite's own has a name in the console's language. */
export function useTemplateName(): (template: Pick<ProposalTemplateView, 'id' | 'name'>) => string {
  const { m } = useI18n();
  return ({ id, name }) => (id === STANDARD_ID ? m.proposals.templates.standardName : name);
}
