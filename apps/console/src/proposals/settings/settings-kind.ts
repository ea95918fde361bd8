import type { ProposalSettingsView } from '@draftsmith/contracts';
import type { DecisionEditor, DecisionKind } from '../../decision-form/use-decision-editor.ts';
import { PROPOSAL_SETTINGS, saveProposalSettings } from '../endpoints.ts';
import { fieldsOf, type SettingsFields, settingsOf } from './settings-fields.ts';

export const SETTINGS_KIND: DecisionKind<ProposalSettingsView, SettingsFields> = {
  url: PROPOSAL_SETTINGS,
  fieldsOf: ({ settings }) => fieldsOf(settings),
  save: (from, wanted) => saveProposalSettings(from, settingsOf(wanted)),
};

export type SettingsEditor = DecisionEditor<ProposalSettingsView, SettingsFields>;
