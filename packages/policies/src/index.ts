export { createPolicies, type PoliciesOptions } from './create-policies.ts';
export type { Policies, PolicyChange } from './policies.ts';
export { parsePolicy, policyParts } from './policy-schema.ts';
