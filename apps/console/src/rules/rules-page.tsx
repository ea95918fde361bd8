import type { DraftingRulesView, SessionView } from '@draftsmith/contracts';
import { RULES } from '../api/endpoints.ts';
import { ChoicesNotice } from '../decision-form/choices-notice.tsx';
import { DecisionAge, DecisionPage } from '../decision-form/decision-page.tsx';
import { LeaveDialog } from '../decision-form/leave-dialog.tsx';
import { SaveBar } from '../decision-form/save-bar.tsx';
import { useDecisionEditor } from '../decision-form/use-decision-editor.ts';
import { useI18n } from '../i18n/context.tsx';
import { type AccountName, rulesPath } from '../router/route.ts';
import { RulesConflict } from './rules-conflict.tsx';
import { RulesForm } from './rules-form.tsx';
import { RULES_KIND } from './rules-kind.ts';
import { TryRules } from './try-rules.tsx';
import { useChoices } from './use-choices.ts';

/** Which messages get a draft, where it goes, and how it sounds. Viewers read it; the server refuses their changes. */
export function RulesPage({ user, account }: { user: SessionView; account: AccountName | null }) {
  const { m } = useI18n();
  const mayEdit = user.role === 'admin';
  const lead = mayEdit ? m.rules.lead : `${m.rules.lead} ${m.policy.readOnly}`;
  return (
    <DecisionPage<DraftingRulesView>
      url={RULES}
      account={account}
      pathOf={rulesPath}
      words={{ title: m.rules.title, lead, errorTitle: m.rules.errorTitle, none: m.rules.noAccounts }}
      only="internal-note"
    >
      {(shown) => <Editor key={`${shown.connector} ${shown.account}`} loaded={shown} mayEdit={mayEdit} />}
    </DecisionPage>
  );
}

function Editor({ loaded, mayEdit }: { loaded: DraftingRulesView; mayEdit: boolean }) {
  const { m } = useI18n();
  const editor = useDecisionEditor(RULES_KIND, loaded);
  const choices = useChoices(loaded);
  return (
    <>
      <DecisionAge view={editor.base} neverChanged={m.rules.neverChanged} />
      <ChoicesNotice
        {...choices}
        words={{ loading: m.rules.choicesLoading, unavailable: m.rules.choicesUnavailable }}
      />
      <RulesForm fields={editor.fields} choices={choices} onChange={mayEdit ? editor.change : null} />
      {mayEdit && <TryRules account={loaded} fields={editor.fields} />}
      {mayEdit && <SaveBar editor={editor} />}
      {editor.state.kind === 'conflict' && (
        <RulesConflict editor={editor} theirs={editor.state.theirs} choices={choices} />
      )}
      <LeaveDialog dirty={editor.dirty} discard={editor.discard} />
    </>
  );
}
