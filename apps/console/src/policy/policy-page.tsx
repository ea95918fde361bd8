import type { AccountPolicyView, SessionView } from '@draftsmith/contracts';
import { POLICIES } from '../api/endpoints.ts';
import { useDraftsAs } from '../connections/use-connections.ts';
import { DecisionAge, DecisionPage } from '../decision-form/decision-page.tsx';
import { LeaveDialog } from '../decision-form/leave-dialog.tsx';
import { SaveBar } from '../decision-form/save-bar.tsx';
import { useDecisionEditor } from '../decision-form/use-decision-editor.ts';
import { useI18n } from '../i18n/context.tsx';
import { type AccountName, privacyPath } from '../router/route.ts';
import { PolicyConflict } from './policy-conflict.tsx';
import { PolicyForm } from './policy-form.tsx';
import { POLICY } from './policy-kind.ts';
import { TryIt } from './try-it.tsx';

/** What each account has decided on privacy and truth. Viewers read it; the server refuses their changes. */
export function PolicyPage({ user, account }: { user: SessionView; account: AccountName | null }) {
  const { m } = useI18n();
  const mayEdit = user.role === 'admin';
  const lead = mayEdit ? m.policy.lead : `${m.policy.lead} ${m.policy.readOnly}`;
  return (
    <DecisionPage<AccountPolicyView>
      url={POLICIES}
      account={account}
      pathOf={privacyPath}
      words={{ title: m.policy.title, lead, errorTitle: m.policy.errorTitle }}
    >
      {(shown) => <Editor key={`${shown.connector} ${shown.account}`} loaded={shown} mayEdit={mayEdit} />}
    </DecisionPage>
  );
}

function Editor({ loaded, mayEdit }: { loaded: AccountPolicyView; mayEdit: boolean }) {
  const { m } = useI18n();
  const editor = useDecisionEditor(POLICY, loaded);
  const isDeals = useDraftsAs(loaded) === 'document';
  return (
    <>
      <DecisionAge view={editor.base} neverChanged={m.policy.neverChanged} />
      <PolicyForm fields={editor.fields} onChange={mayEdit ? editor.change : null} isDeals={isDeals} />
      {mayEdit && <TryIt fields={editor.fields} />}
      {mayEdit && <SaveBar editor={editor} />}
      {editor.state.kind === 'conflict' && <PolicyConflict editor={editor} theirs={editor.state.theirs} />}
      <LeaveDialog dirty={editor.dirty} discard={editor.discard} />
    </>
  );
}
