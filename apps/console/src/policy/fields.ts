import type { AccountPolicy } from '@draftsmith/contracts';

/** A policy without its two halves: each thing that can be decided, by name. */
export type PolicyFields = AccountPolicy['privacy'] & AccountPolicy['truth'];
export type FieldName = keyof PolicyFields;

export function fieldsOf({ privacy, truth }: AccountPolicy): PolicyFields {
  return { ...privacy, ...truth };
}

export function policyOf(fields: PolicyFields): AccountPolicy {
  const { allow, deny, regions, surrogates, unsupported, allowedLinks, secondOpinion } = fields;
  return { privacy: { allow, deny, regions, surrogates }, truth: { unsupported, allowedLinks, secondOpinion } };
}
