import type { AccountPolicyView } from '@draftsmith/contracts';
import { POLICIES, savePolicy } from '../api/endpoints.ts';
import type { DecisionEditor, DecisionKind } from '../decision-form/use-decision-editor.ts';
import { fieldsOf, type PolicyFields, policyOf } from './fields.ts';

export const POLICY: DecisionKind<AccountPolicyView, PolicyFields> = {
  url: POLICIES,
  fieldsOf: ({ policy }) => fieldsOf(policy),
  save: (from, wanted) => savePolicy(from, policyOf(wanted)),
};

export type PolicyEditor = DecisionEditor<AccountPolicyView, PolicyFields>;
