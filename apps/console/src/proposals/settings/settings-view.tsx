import type { ProposalChoicesView, ProposalSettingsView } from '@draftsmith/contracts';
import useSWR from 'swr';
import { ChoicesNotice } from '../../decision-form/choices-notice.tsx';
import { DecisionAge } from '../../decision-form/decision-page.tsx';
import { LeaveDialog } from '../../decision-form/leave-dialog.tsx';
import { SaveBar } from '../../decision-form/save-bar.tsx';
import { useDecisionEditor } from '../../decision-form/use-decision-editor.ts';
import { useI18n } from '../../i18n/context.tsx';
import { proposalChoicesUrl } from '../endpoints.ts';
import { SettingsConflict } from './settings-conflict.tsx';
import { mistakesOf } from './settings-fields.ts';
import { SettingsForm } from './settings-form.tsx';
import { SETTINGS_KIND } from './settings-kind.ts';

const NO_CHOICES: ProposalChoicesView = { stages: [], owners: [] };

/** What an account decides on its proposals: who proposes, how it is written, who agrees, and what happens by itself. */
export function SettingsView({ loaded, mayEdit }: { loaded: ProposalSettingsView; mayEdit: boolean }) {
  const { m } = useI18n();
  const words = m.proposals.settings;
  const editor = useDecisionEditor(SETTINGS_KIND, loaded);
  const choices = useSWR<ProposalChoicesView>(proposalChoicesUrl(loaded), { revalidateOnFocus: false });
  const mistakes = mistakesOf(editor.fields);
  return (
    <>
      <h2 className="visually-hidden">{words.title}</h2>
      <DecisionAge view={editor.base} neverChanged={words.neverChanged} />
      <ChoicesNotice
        state={choices.data ? 'loaded' : choices.error ? 'unavailable' : 'loading'}
        words={{ loading: words.choicesLoading, unavailable: words.choicesUnavailable }}
        problem={choices.error}
        again={() => void choices.mutate()}
      />
      <SettingsForm
        fields={editor.fields}
        mistakes={mistakes}
        choices={choices.data ?? NO_CHOICES}
        onChange={mayEdit ? editor.change : null}
      />
      {mayEdit && (
        <SaveBar editor={editor} saved={words.saved} mistake={mistakes.length > 0 ? words.fixFirst : undefined} />
      )}
      {editor.state.kind === 'conflict' && (
        <SettingsConflict editor={editor} theirs={editor.state.theirs} choices={choices.data ?? NO_CHOICES} />
      )}
      <LeaveDialog dirty={editor.dirty} discard={editor.discard} />
    </>
  );
}
