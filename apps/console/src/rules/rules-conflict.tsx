import type { DraftingRulesView } from '@draftsmith/contracts';
import { ConflictDialog } from '../decision-form/conflict-dialog.tsx';
import { useI18n } from '../i18n/context.tsx';
import type { Messages } from '../i18n/en.ts';
import { fieldsOf, PICKED, type RuleField, type RulesFields } from './fields.ts';
import type { RulesEditor } from './rules-kind.ts';
import type { Choices } from './use-choices.ts';

interface RulesConflictProps {
  editor: RulesEditor;
  theirs: DraftingRulesView;
  choices: Choices;
}

export function RulesConflict({ editor, theirs, choices }: RulesConflictProps) {
  const { m, f } = useI18n();
  const entryWords = (name: RuleField, entry: string) => {
    if (name === 'languages') return f.language(entry);
    const list = name in PICKED ? choices.lists[PICKED[name as keyof typeof PICKED]] : [];
    return list.find(({ id }) => id === entry)?.name ?? entry;
  };
  return (
    <ConflictDialog
      editor={editor}
      theirs={theirs}
      theirFields={fieldsOf(theirs.rules)}
      labels={m.rules.fields}
      entryWords={entryWords}
      valueWords={(name, fields) => valueWords(name, fields, m)}
    />
  );
}

function valueWords(name: RuleField, fields: RulesFields, { rules }: Messages): string {
  switch (name) {
    case 'when':
      return rules.when[fields.when].label;
    case 'deliver':
      return rules.deliver[fields.deliver].label;
    case 'tone':
      return rules.tones[fields.tone].label;
    case 'address':
      return rules.addresses[fields.address].label;
    case 'perResource':
    case 'perHour':
      return fields[name] === null ? rules.noLimit : String(fields[name]);
    case 'pilot':
      return fields.pilot.kind === 'share'
        ? rules.pilotShare(fields.pilot.percent)
        : rules.pilots[fields.pilot.kind].label;
    case 'signature':
      return fields.signature || rules.noSignature;
    default:
      return rules.changed;
  }
}
