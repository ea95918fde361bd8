/** What becomes of sentences that no source supports. */
export type UnsupportedPolicy = 'mark' | 'strike' | 'question' | 'withhold';

/** What an account has decided on privacy and truth. Lists are as a person typed them, without duplicates. */
export interface AccountPolicy {
  privacy: {
    /** Never replaced: the company's own name, its public phone number. */
    allow: readonly string[];
    /** Always replaced: the name of a secret project, say. */
    deny: readonly string[];
    /** ISO 3166-1 alpha-2: countries whose national phone numbers are looked for beside the usual forms. */
    regions: readonly string[];
    /** `realistic`: names of the right language in place of `[PERSON_1]`. */
    surrogates: 'placeholders' | 'realistic';
  };
  truth: {
    unsupported: UnsupportedPolicy;
    /** Hosts (`help.example.com`, with everything below) or prefixes (`https://example.com/help/`) that need no source. */
    allowedLinks: readonly string[];
    /** Whether a model is asked about sentences that no source supports; it costs, and never overrules figures. */
    secondOpinion: boolean;
  };
}

export const DEFAULT_POLICY: AccountPolicy = {
  privacy: { allow: [], deny: [], regions: [], surrogates: 'placeholders' },
  truth: { unsupported: 'mark', allowedLinks: [], secondOpinion: false },
};

/** An account's policy as the console edits it. */
export interface AccountPolicyView {
  connector: string;
  account: string;
  policy: AccountPolicy;
  /** Sent back with a change: two admins at once do not undo each other. 0 for one that was never changed. */
  revision: number;
  updatedAt: string | null;
  updatedBy: string | null;
}
