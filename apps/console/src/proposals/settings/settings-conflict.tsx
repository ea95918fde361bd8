import type { ProposalChoicesView, ProposalSettingsView } from '@draftsmith/contracts';
import { ConflictDialog } from '../../decision-form/conflict-dialog.tsx';
import { useI18n } from '../../i18n/context.tsx';
import { fieldsOf, type SettingsField, type SettingsFields } from './settings-fields.ts';
import type { SettingsEditor } from './settings-kind.ts';

interface SettingsConflictProps {
  editor: SettingsEditor;
  theirs: ProposalSettingsView;
  choices: ProposalChoicesView;
}

export function SettingsConflict({ editor, theirs, choices }: SettingsConflictProps) {
  const { m, f } = useI18n();
  const words = m.proposals.settings;
  const nameIn = (list: readonly { id: string; name: string }[], id: string) =>
    list.find((one) => one.id === id)?.name ?? id;
  const valueWords = (name: SettingsField, fields: SettingsFields): string => {
    switch (name) {
      case 'tone':
        return words.tones[fields.tone].label;
      case 'mainLocale':
        return f.language(fields.mainLocale);
      case 'validDays':
        return words.days(fields.validDays);
      case 'quotes':
        return fields.quotes ? m.policy.on : m.policy.off;
      case 'approver':
        return fields.approver === '' ? words.noApprover : nameIn(choices.owners, fields.approver);
      case 'approvalAbove':
        return fields.approvalAbove || words.noAmount;
      default:
        return String(fields[name]) || words.noCompany;
    }
  };
  return (
    <ConflictDialog
      editor={editor}
      theirs={theirs}
      theirFields={fieldsOf(theirs.settings)}
      labels={words.fields}
      entryWords={(name, entry) => {
        if (name === 'moreLocales') return f.language(entry);
        return name === 'stages' ? nameIn(choices.stages, entry) : entry;
      }}
      valueWords={valueWords}
    />
  );
}
