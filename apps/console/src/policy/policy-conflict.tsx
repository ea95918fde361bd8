import type { AccountPolicyView } from '@draftsmith/contracts';
import { ConflictDialog } from '../decision-form/conflict-dialog.tsx';
import { useI18n } from '../i18n/context.tsx';
import { type FieldName, fieldsOf, type PolicyFields } from './fields.ts';
import type { PolicyEditor } from './policy-kind.ts';

export function PolicyConflict({ editor, theirs }: { editor: PolicyEditor; theirs: AccountPolicyView }) {
  const { m, f } = useI18n();
  const valueWords = (name: FieldName, fields: PolicyFields) => {
    if (name === 'secondOpinion') return fields.secondOpinion ? m.policy.on : m.policy.off;
    return name === 'surrogates'
      ? m.policy.surrogates[fields.surrogates].label
      : m.policy.unsupported[fields.unsupported].label;
  };
  return (
    <ConflictDialog
      editor={editor}
      theirs={theirs}
      theirFields={fieldsOf(theirs.policy)}
      labels={m.policy.fields}
      entryWords={(name, entry) => (name === 'regions' ? f.country(entry) : entry)}
      valueWords={valueWords}
    />
  );
}
