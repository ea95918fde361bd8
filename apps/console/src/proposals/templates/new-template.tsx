import type { ProposalTemplateView } from '@draftsmith/contracts';
import { useEffect, useMemo } from 'react';
import { useSWRConfig } from 'swr';
import { LeaveDialog } from '../../decision-form/leave-dialog.tsx';
import { SaveBar } from '../../decision-form/save-bar.tsx';
import { useDecisionEditor } from '../../decision-form/use-decision-editor.ts';
import { useI18n } from '../../i18n/context.tsx';
import { navigate } from '../../router/navigation.tsx';
import type { AccountName } from '../../router/route.ts';
import { templatesUrl } from '../endpoints.ts';
import { proposalsPath } from '../place.ts';
import { copyOf, fieldsOf } from './template-fields.ts';
import { TemplateForm } from './template-form.tsx';
import { TemplateHead } from './template-head.tsx';
import { editedTemplate, templateKind } from './template-kind.ts';
import { useTemplateName } from './use-template-name.ts';

const BLANK: ProposalTemplateView = {
  ...{ id: '', name: '', locale: null, terms: '', nextSteps: '', hints: {} },
  ...{ hasDocument: false, hasLogo: false, revision: 0, updatedAt: '' },
};

/** A template that is not there yet, blank or as a copy of another one's words. */
export function NewTemplate({ account, from }: { account: AccountName; from: ProposalTemplateView | null }) {
  const { m } = useI18n();
  const words = m.proposals.templates;
  const { mutate } = useSWRConfig();
  const nameOf = useTemplateName();
  const { connector, account: name } = account;
  const kind = useMemo(() => templateKind({ connector, account: name }), [connector, name]);
  const start = from ? fieldsOf({ ...copyOf(from), name: words.copyOf(nameOf(from)) }) : {};
  const editor = useDecisionEditor(kind, editedTemplate(account, BLANK), start);
  const made = editor.base.id;
  useEffect(() => {
    if (made === '') return;
    // Only when the list knows it is there a page of its own to go to.
    const whose = { connector, account: name };
    const path = proposalsPath({ part: 'templates', account: whose, template: made });
    void mutate(templatesUrl(whose)).then(() => navigate(path, 'replace'));
  }, [made, connector, name, mutate]);
  return (
    <>
      <TemplateHead title={words.newTitle} account={account} />
      <TemplateForm fields={editor.fields} onChange={editor.change} />
      <p className="hint">{words.filesLater}</p>
      <SaveBar
        editor={editor}
        saved={words.made}
        mistake={editor.fields.name.trim() === '' ? words.nameMissing : undefined}
      />
      <LeaveDialog dirty={editor.dirty} discard={editor.discard} />
    </>
  );
}
