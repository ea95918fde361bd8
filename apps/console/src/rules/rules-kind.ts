import type { DraftingRulesView } from '@draftsmith/contracts';
import { RULES, saveRules } from '../api/endpoints.ts';
import type { DecisionEditor, DecisionKind } from '../decision-form/use-decision-editor.ts';
import { fieldsOf, type RulesFields, rulesOf } from './fields.ts';

export const RULES_KIND: DecisionKind<DraftingRulesView, RulesFields> = {
  url: RULES,
  fieldsOf: ({ rules }) => fieldsOf(rules),
  save: (from, wanted) => saveRules(from, rulesOf(wanted)),
};

export type RulesEditor = DecisionEditor<DraftingRulesView, RulesFields>;
