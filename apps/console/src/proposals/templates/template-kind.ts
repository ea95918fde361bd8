import type { ProposalTemplateView } from '@draftsmith/contracts';
import { getJson } from '../../api/request.ts';
import type { DecisionEditor, DecisionKind } from '../../decision-form/use-decision-editor.ts';
import type { AccountName } from '../../router/route.ts';
import { createTemplate, saveTemplate, templatesUrl } from '../endpoints.ts';
import { fieldsOf, type TemplateFields, textOf } from './template-fields.ts';

/** A template while it is edited. Who changed it last is not told; empty `id`: it is not there yet. */
export type EditedTemplate = ProposalTemplateView & AccountName & { updatedBy: null };
export type TemplateEditor = DecisionEditor<EditedTemplate, TemplateFields>;

export function editedTemplate({ connector, account }: AccountName, template: ProposalTemplateView): EditedTemplate {
  return { ...template, connector, account, updatedBy: null };
}

export function templateKind(account: AccountName): DecisionKind<EditedTemplate, TemplateFields> {
  return {
    url: templatesUrl(account),
    fieldsOf,
    async save(from, wanted) {
      const text = textOf(wanted);
      const { template } =
        from.id === ''
          ? await createTemplate(account, text)
          : await saveTemplate(account, from.id, text, from.revision);
      return template ? editedTemplate(account, template) : from;
    },
    read: (of) => readTemplate(account, of.id),
  };
}

/** What holds now; null when it was removed meanwhile. */
export async function readTemplate(account: AccountName, id: string): Promise<EditedTemplate | null> {
  const all = await getJson<ProposalTemplateView[]>(templatesUrl(account));
  const found = all.find((template) => template.id === id);
  return found ? editedTemplate(account, found) : null;
}
